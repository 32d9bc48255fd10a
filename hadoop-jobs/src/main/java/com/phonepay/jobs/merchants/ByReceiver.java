package com.phonepay.jobs.merchants;

import com.phonepay.jobs.shuffle.Tally;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.jspecify.annotations.Nullable;

/** (receiver, one payment and its amount). A refund is no turnover of the one who gets his money back. */
public final class ByReceiver extends Mapper<NullWritable, GenericRecord, Text, Tally> {
    private static final Utf8 PAYMENT = new Utf8("PAYMENT");

    private final Text key = new Text();
    private final Tally one = new Tally();
    private boolean all;

    @Override
    protected void setup(Context context) {
        all = context.getConfiguration().getBoolean(TopMerchants.ALL_RECEIVERS, false);
    }

    @Override
    protected void map(NullWritable none, GenericRecord payment, Context context)
            throws IOException, InterruptedException {
        Utf8 receiver = receiver(payment);
        if (receiver != null && Texts.text(payment, "kind").equals(PAYMENT)) {
            context.write(Texts.copy(receiver, key), one.set(1, Texts.number(payment, "amount_paise")));
        }
    }

    private @Nullable Utf8 receiver(GenericRecord payment) {
        Utf8 merchant = Texts.textOrNull(payment, "merchant_id");
        return merchant == null && all ? Texts.text(payment, "payee_id") : merchant;
    }
}
