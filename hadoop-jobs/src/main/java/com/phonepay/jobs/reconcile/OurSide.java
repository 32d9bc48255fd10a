package com.phonepay.jobs.reconcile;

import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** (reference, what the events say). */
public final class OurSide extends Mapper<NullWritable, GenericRecord, Text, Claim> {
    private final Text key = new Text();
    private final Claim claim = new Claim();
    private String reference = "";

    @Override
    protected void setup(Context context) {
        reference = context.getConfiguration().get(Reconciliation.KEY);
    }

    @Override
    protected void map(NullWritable none, GenericRecord payment, Context context)
            throws IOException, InterruptedException {
        Utf8 id = Texts.textOrNull(payment, reference);
        if (id != null) {
            String status = Texts.text(payment, "status").toString();
            claim.set(true, Texts.number(payment, "amount_paise"), status);
            context.write(Texts.copy(id, key), claim);
        }
    }
}
