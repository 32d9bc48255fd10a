package com.phonepay.jobs.baseline;

import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;

/** ((payer, time), payment) up to the end of the judged day. Refunds are no doing of the payer. */
public final class ByPayer extends Mapper<NullWritable, GenericRecord, SortedKey, Spending> {
    private static final Utf8 PAYMENT = new Utf8("PAYMENT");

    private final SortedKey key = new SortedKey();
    private final Spending spending = new Spending();
    private long end;

    @Override
    protected void setup(Context context) {
        end = context.getConfiguration().getLong(PayerBaseline.END, Long.MAX_VALUE);
    }

    @Override
    protected void map(NullWritable none, GenericRecord payment, Context context)
            throws IOException, InterruptedException {
        long at = Texts.number(payment, "completed_at");
        if (at < end && Texts.text(payment, "kind").equals(PAYMENT)) {
            spending.of(Texts.number(payment, "amount_paise"));
            Texts.copy(Texts.text(payment, "transaction_id"), spending.id());
            Texts.copy(Texts.text(payment, "payee_id"), spending.payee());
            context.write(key.set(0, Texts.text(payment, "payer_id"), at), spending);
        }
    }
}
