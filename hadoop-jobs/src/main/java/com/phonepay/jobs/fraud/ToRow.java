package com.phonepay.jobs.fraud;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.shuffle.Sums;
import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** One row for a day, a rule and a verdict. */
public final class ToRow extends Reducer<Text, Sums, NullWritable, Text> {
    @Override
    protected void reduce(Text key, Iterable<Sums> parts, Context context) throws IOException, InterruptedException {
        String[] names = key.toString().split("\t", 3);
        Sums sum = Sums.of(parts);
        Row row = new Row()
                .with("day", names[0])
                .with("rule", names[1])
                .with("verdict", names[2])
                .with("screened", sum.get(ByRule.SCREENED))
                .withMoney("amount", sum.get(ByRule.AMOUNT))
                .with("reversed", sum.get(ByRule.REVERSED))
                .withMoney("reversed_amount", sum.get(ByRule.REVERSED_AMOUNT));
        context.write(NullWritable.get(), row.toText());
    }
}
