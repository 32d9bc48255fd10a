package com.phonepay.jobs.fraud;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.shuffle.SortedKey;
import com.phonepay.jobs.shuffle.Sums;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.SequenceFileInputFormat;

/**
 * How often each rule of the fraud screen spoke, with which verdict, about how much money, and how much of that was
 * given back later. The first stage joins screenings with refunds; the second one adds up. Attempts to which no rule
 * said anything are counted under "-".
 */
public final class FraudByRule implements Analysis {
    @Override
    public String name() {
        return "fraud-by-rule";
    }

    @Override
    public String description() {
        return "hits, amounts and later refunds by fraud rule";
    }

    @Override
    public List<String> columns() {
        return List.of("day", "rule", "verdict", "screened", "amount", "reversed", "reversed_amount");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job join = run.stage(name() + " (join)");
        run.lake()
                .feed(
                        join,
                        Topic.FRAUD_SCREENED,
                        "transaction_id",
                        "amount_paise",
                        "verdict",
                        "reasons",
                        "screened_at");
        if (!Lake.isFed(join)) {
            return;
        }
        run.lake().feed(join, Topic.PAYMENT_COMPLETED, "kind", "original_transaction_id", "amount_paise");
        join.setInputFormatClass(LakeInputFormat.class);
        join.setMapperClass(ByTransaction.class);
        join.setMapOutputKeyClass(SortedKey.class);
        join.setMapOutputValueClass(Said.class);
        join.setPartitionerClass(ByGroup.class);
        join.setGroupingComparatorClass(SortedKey.Group.class);
        join.setReducerClass(ByRule.class);
        Path between = run.writesPairs(join, Text.class, Sums.class);
        run.complete(join);
        sum(run, between);
    }

    private void sum(Run run, Path between) throws IOException, InterruptedException {
        Job sum = run.stage(name() + " (sums)");
        sum.setInputFormatClass(SequenceFileInputFormat.class);
        FileInputFormat.addInputPath(sum, between);
        sum.setMapperClass(Mapper.class);
        sum.setCombinerClass(Sums.Combine.class);
        sum.setReducerClass(ToRow.class);
        sum.setMapOutputKeyClass(Text.class);
        sum.setMapOutputValueClass(Sums.class);
        run.writesRows(sum);
        run.complete(sum);
    }

    /** The partitioner for these values. */
    public static final class ByGroup extends SortedKey.ByGroup<Said> {}
}
