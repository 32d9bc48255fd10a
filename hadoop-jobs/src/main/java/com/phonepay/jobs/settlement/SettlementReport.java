package com.phonepay.jobs.settlement;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.run.Totals;
import com.phonepay.jobs.shuffle.Sums;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;

/**
 * Per merchant and day: what came in and was given back, by the payments; and what was settled, by the batches that
 * closed on that day. A batch whose parts do not add up to its net makes the report unclean.
 */
public final class SettlementReport implements Analysis {
    static final String WRONG_BATCHES = "wrong_batches";

    @Override
    public String name() {
        return "settlement-report";
    }

    @Override
    public String description() {
        return "takings, refunds, fees and settled amounts by merchant and day";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "merchant_id",
                "day",
                "payments",
                "gross",
                "refund_count",
                "refunds",
                "batches",
                "settled",
                "fee",
                "tax",
                "net");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        run.lake().feed(job, Topic.PAYMENT_COMPLETED, "kind", "merchant_id", "amount_paise", "completed_at");
        run.lake()
                .feed(
                        job,
                        Topic.SETTLEMENT_BATCHES,
                        "merchant_id",
                        "status",
                        "gross_paise",
                        "refunds_paise",
                        "fee_paise",
                        "tax_paise",
                        "net_paise",
                        "opened_at",
                        "closed_at");
        if (!Lake.isFed(job)) {
            return;
        }
        job.setInputFormatClass(LakeInputFormat.class);
        job.setMapperClass(ByMerchantAndDay.class);
        job.setCombinerClass(Sums.Combine.class);
        job.setReducerClass(ToRow.class);
        job.setMapOutputKeyClass(Text.class);
        job.setMapOutputValueClass(Sums.class);
        run.writesRows(job);
        run.complete(job);
    }

    @Override
    public boolean isClean(Totals totals) {
        return totals.get(WRONG_BATCHES) == 0;
    }
}
