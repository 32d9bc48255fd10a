package com.phonepay.jobs.aml;

import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;

/** ((payer, time), payment) for what is below the threshold and still counts. Refunds are no doing of the payer. */
public final class BelowThreshold extends Mapper<NullWritable, GenericRecord, SortedKey, Transfer> {
    private static final Utf8 PAYMENT = new Utf8("PAYMENT");

    private final SortedKey key = new SortedKey();
    private final Transfer transfer = new Transfer();
    private long threshold;

    @Override
    protected void setup(Context context) {
        threshold = context.getConfiguration().getLong(AmlStructuring.THRESHOLD, 0);
    }

    @Override
    protected void map(NullWritable none, GenericRecord payment, Context context)
            throws IOException, InterruptedException {
        long paise = Texts.number(payment, "amount_paise");
        boolean counts = paise < threshold && paise >= threshold / 10;
        if (counts && Texts.text(payment, "kind").equals(PAYMENT)) {
            Texts.copy(Texts.text(payment, "transaction_id"), transfer.of(paise).id());
            Texts.copy(Texts.text(payment, "payee_id"), transfer.payee());
            context.write(key.set(0, Texts.text(payment, "payer_id"), Texts.number(payment, "completed_at")), transfer);
        }
    }
}
