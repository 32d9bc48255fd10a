package com.phonepay.jobs.fraud;

import com.phonepay.jobs.run.Row;
import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Sums;
import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;

/** One transaction: (day, rule and verdict; what it adds there) for each rule that spoke. */
public final class ByRule extends Reducer<SortedKey, Said, Text, Sums> {
    static final int SCREENED = 0;
    static final int AMOUNT = 1;
    static final int REVERSED = 2;
    static final int REVERSED_AMOUNT = 3;
    private static final int PLACES = 4;

    private final Said screening = new Said();
    private final Sums sums = new Sums(PLACES);

    @Override
    protected void reduce(SortedKey transaction, Iterable<Said> all, Context context)
            throws IOException, InterruptedException {
        boolean isScreened = false;
        long reversed = 0;
        for (Said said : all) {
            if (said.isRefund()) {
                reversed = Math.addExact(reversed, said.paise());
            } else {
                // Asked twice it says the same twice: one screening.
                screening.copyOf(said);
                isScreened = true;
            }
        }
        if (isScreened) {
            write(reversed, context);
        }
    }

    private void write(long reversed, Context context) throws IOException, InterruptedException {
        sums.put(SCREENED, 1)
                .put(AMOUNT, screening.paise())
                .put(REVERSED, reversed > 0 ? 1 : 0)
                .put(REVERSED_AMOUNT, reversed);
        for (String rule : screening.rules()) {
            Text key = new Text(String.join("\t", Row.day(screening.at()), rule, screening.verdict()));
            context.write(key, sums);
        }
    }
}
