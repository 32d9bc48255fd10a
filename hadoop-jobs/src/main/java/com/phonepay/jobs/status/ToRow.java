package com.phonepay.jobs.status;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.shuffle.Tally;
import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** One row for a status. */
public final class ToRow extends Reducer<Text, Tally, NullWritable, Text> {
    @Override
    protected void reduce(Text status, Iterable<Tally> tallies, Context context)
            throws IOException, InterruptedException {
        Tally sum = new Tally();
        tallies.forEach(sum::add);
        Row row = new Row()
                .with("status", status.toString())
                .with("transactions", sum.count())
                .withMoney("amount", sum.paise());
        context.write(NullWritable.get(), row.toText());
    }
}
