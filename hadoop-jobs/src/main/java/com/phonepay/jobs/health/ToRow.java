package com.phonepay.jobs.health;

import java.io.IOException;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** One row for an hour. */
public final class ToRow extends Reducer<LongWritable, HourTally, NullWritable, Text> {
    @Override
    protected void reduce(LongWritable hour, Iterable<HourTally> parts, Context context)
            throws IOException, InterruptedException {
        HourTally sum = new HourTally();
        parts.forEach(sum::add);
        context.write(NullWritable.get(), sum.row(hour.get()));
    }
}
