package com.phonepay.jobs.aml;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.jspecify.annotations.Nullable;

/** A payer's payments in the order of time, looked through for every pattern at once. Keeps 24 hours in memory. */
public final class PatternFinder extends Reducer<SortedKey, Transfer, NullWritable, Text> {
    private long threshold;

    @Override
    protected void setup(Context context) {
        threshold = context.getConfiguration().getLong(AmlStructuring.THRESHOLD, 0);
    }

    @Override
    protected void reduce(SortedKey key, Iterable<Transfer> transfers, Context context)
            throws IOException, InterruptedException {
        String account = key.id();
        List<Episode> episodes = Arrays.stream(Pattern.values())
                .map(pattern -> new Episode(pattern, threshold))
                .toList();
        for (Transfer transfer : transfers) {
            for (Episode episode : episodes) {
                write(episode.add(account, transfer, key.order()), context);
            }
        }
        for (Episode episode : episodes) {
            write(episode.end(account), context);
        }
    }

    private static void write(@Nullable Row row, Context context) throws IOException, InterruptedException {
        if (row != null) {
            context.write(NullWritable.get(), row.toText());
        }
    }
}
