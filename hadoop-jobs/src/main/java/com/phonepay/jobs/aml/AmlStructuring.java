package com.phonepay.jobs.aml;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.run.UsageException;
import com.phonepay.jobs.shuffle.SortedKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.mapreduce.Job;

/**
 * Payers who split large sums so that no payment reaches the reporting threshold. In any 24 hours: three payments or
 * more of at least 80 % of it, or payments of at least a tenth of it that together make twice the threshold. A pattern
 * is a hint to look, not a verdict.
 */
public final class AmlStructuring implements Analysis {
    static final String THRESHOLD = "phonepay.aml.threshold.paise";

    @Override
    public String name() {
        return "aml-structuring";
    }

    @Override
    public String description() {
        return "payers who stay below the reporting threshold, again and again";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "account_id", "pattern", "payments", "amount", "first_at", "last_at", "transaction_ids", "payee_ids");
    }

    @Override
    public Map<String, String> options() {
        return Map.of("threshold", "the reporting threshold in rupees (50000)");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        job.getConfiguration().setLong(THRESHOLD, paise(run.option("threshold", "50000")));
        run.lake()
                .feed(
                        job,
                        Topic.PAYMENT_COMPLETED,
                        "transaction_id",
                        "kind",
                        "payer_id",
                        "payee_id",
                        "amount_paise",
                        "completed_at");
        if (!Lake.isFed(job)) {
            return;
        }
        job.setInputFormatClass(LakeInputFormat.class);
        job.setMapperClass(BelowThreshold.class);
        job.setMapOutputKeyClass(SortedKey.class);
        job.setMapOutputValueClass(Transfer.class);
        job.setPartitionerClass(ByPayer.class);
        job.setGroupingComparatorClass(SortedKey.Group.class);
        job.setReducerClass(PatternFinder.class);
        run.writesRows(job);
        run.complete(job);
    }

    /** The partitioner for these values. */
    public static final class ByPayer extends SortedKey.ByGroup<Transfer> {}

    private static long paise(String rupees) {
        try {
            long paise = new BigDecimal(rupees).movePointRight(2).longValueExact();
            if (paise >= 100) {
                return paise;
            }
        } catch (ArithmeticException | NumberFormatException notMoney) {
            // Refused below.
        }
        throw new UsageException("--threshold is an amount of rupees, at least 1, not " + rupees);
    }
}
