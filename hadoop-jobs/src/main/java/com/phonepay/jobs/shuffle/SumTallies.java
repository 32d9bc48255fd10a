package com.phonepay.jobs.shuffle;

import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Adds tallies up; a combiner, and the reducer of a first stage. */
public final class SumTallies extends Reducer<Text, Tally, Text, Tally> {
    private final Tally sum = new Tally();

    @Override
    protected void reduce(Text key, Iterable<Tally> tallies, Context context) throws IOException, InterruptedException {
        sum.set(0, 0);
        tallies.forEach(sum::add);
        context.write(key, sum);
    }
}
