package com.phonepay.jobs.merchants;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.run.UsageException;
import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.SumTallies;
import com.phonepay.jobs.shuffle.Tally;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;

/**
 * Who received the most money. The first stage adds up by receiver; the second one sorts the sums, of which each mapper
 * passes on only the greatest, and numbers them.
 */
public final class TopMerchants implements Analysis {
    static final String TOP = "phonepay.top";
    static final String ALL_RECEIVERS = "phonepay.receivers.all";

    @Override
    public String name() {
        return "top-merchants";
    }

    @Override
    public String description() {
        return "volume by receiver, the greatest first";
    }

    @Override
    public List<String> columns() {
        return List.of("rank", "merchant_id", "payments", "amount");
    }

    @Override
    public Map<String, String> options() {
        return Map.of("top", "how many (20)", "receivers", "merchants, or all: people too (merchants)");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job sums = run.stage(name() + " (sums)");
        String receivers = run.option("receivers", "merchants");
        if (!List.of("merchants", "all").contains(receivers)) {
            throw new UsageException("--receivers is merchants or all, not " + receivers);
        }
        sums.getConfiguration().setBoolean(ALL_RECEIVERS, receivers.equals("all"));
        run.lake().feed(sums, Topic.PAYMENT_COMPLETED, "kind", "payee_id", "merchant_id", "amount_paise");
        if (!Lake.isFed(sums)) {
            return;
        }
        sums.setInputFormatClass(LakeInputFormat.class);
        sums.setMapperClass(ByReceiver.class);
        sums.setCombinerClass(SumTallies.class);
        sums.setReducerClass(SumTallies.class);
        Path between = run.writesPairs(sums, Text.class, Tally.class);
        run.complete(sums);
        rank(run, between);
    }

    private void rank(Run run, Path between) throws IOException, InterruptedException {
        Job ranking = run.stage(name() + " (ranking)");
        ranking.getConfiguration().setInt(TOP, top(run.option("top", "20")));
        ranking.setInputFormatClass(SequenceFileInputFormat.class);
        FileInputFormat.addInputPath(ranking, between);
        ranking.setMapperClass(GreatestOfPart.class);
        ranking.setMapOutputKeyClass(SortedKey.class);
        ranking.setMapOutputValueClass(ReceiverSum.class);
        ranking.setReducerClass(GreatestOfAll.class);
        ranking.setNumReduceTasks(1);
        run.writesRows(ranking);
        run.complete(ranking);
    }

    private static int top(String option) {
        try {
            int top = Integer.parseInt(option);
            if (top >= 1 && top <= 10_000) {
                return top;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below.
        }
        throw new UsageException("--top is a number from 1 to 10000, not " + option);
    }
}
