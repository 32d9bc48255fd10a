package com.phonepay.jobs.settlement;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.shuffle.Sums;
import java.io.IOException;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** One row for a merchant's day. */
public final class ToRow extends Reducer<Text, Sums, NullWritable, Text> {
    @Override
    protected void reduce(Text merchantAndDay, Iterable<Sums> parts, Context context)
            throws IOException, InterruptedException {
        String[] key = merchantAndDay.toString().split("\t", 2);
        Sums sum = Sums.of(parts);
        Row row = new Row()
                .with("merchant_id", key[0])
                .with("day", key[1])
                .with("payments", Place.PAYMENTS.of(sum))
                .withMoney("gross", Place.GROSS.of(sum))
                .with("refund_count", Place.REFUND_COUNT.of(sum))
                .withMoney("refunds", Place.REFUNDS.of(sum))
                .with("batches", Place.BATCHES.of(sum))
                .withMoney("settled", Place.SETTLED.of(sum))
                .withMoney("fee", Place.FEE.of(sum))
                .withMoney("tax", Place.TAX.of(sum))
                .withMoney("net", Place.NET.of(sum));
        context.write(NullWritable.get(), row.toText());
    }
}
