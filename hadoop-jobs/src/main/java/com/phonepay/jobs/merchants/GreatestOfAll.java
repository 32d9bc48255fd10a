package com.phonepay.jobs.merchants;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** Numbers the sums, which arrive from the greatest down; those of one amount arrive together. */
public final class GreatestOfAll extends Reducer<SortedKey, ReceiverSum, NullWritable, Text> {
    private int rank;
    private int top;

    private record Receiver(String id, long payments) {}

    @Override
    protected void setup(Context context) {
        top = context.getConfiguration().getInt(TopMerchants.TOP, 0);
    }

    @Override
    protected void reduce(SortedKey amount, Iterable<ReceiverSum> equals, Context context)
            throws IOException, InterruptedException {
        List<Receiver> receivers = new ArrayList<>();
        equals.forEach(sum -> receivers.add(new Receiver(sum.receiver(), sum.payments())));
        receivers.sort(Comparator.comparing(Receiver::id));
        for (Receiver receiver : receivers) {
            if (rank == top) {
                return;
            }
            rank++;
            Row row = new Row()
                    .with("rank", rank)
                    .with("merchant_id", receiver.id())
                    .with("payments", receiver.payments())
                    .withMoney("amount", -amount.order());
            context.write(NullWritable.get(), row.toText());
        }
    }
}
