package com.phonepay.jobs.status;

import com.phonepay.jobs.shuffle.Tally;
import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;

/** (status, one transaction and its amount). */
public final class ByStatus extends Mapper<NullWritable, GenericRecord, Text, Tally> {
    private final Text status = new Text();
    private final Tally one = new Tally();

    @Override
    protected void map(NullWritable none, GenericRecord payment, Context context)
            throws IOException, InterruptedException {
        Texts.copy(Texts.text(payment, "status"), status);
        context.write(status, one.set(1, Texts.number(payment, "amount_paise")));
    }
}
