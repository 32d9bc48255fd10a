package com.phonepay.jobs.status;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import com.phonepay.jobs.shuffle.SumTallies;
import com.phonepay.jobs.shuffle.Tally;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;

/** How many transactions ended in which state, and how much money they were about. */
public final class StatusCounts implements Analysis {
    @Override
    public String name() {
        return "status-counts";
    }

    @Override
    public String description() {
        return "transactions by status";
    }

    @Override
    public List<String> columns() {
        return List.of("status", "transactions", "amount");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        run.lake().feed(job, Topic.PAYMENT_COMPLETED, "amount_paise", "status");
        run.lake().feed(job, Topic.PAYMENT_FAILED, "amount_paise", "status");
        if (!Lake.isFed(job)) {
            return;
        }
        job.setInputFormatClass(LakeInputFormat.class);
        job.setMapperClass(ByStatus.class);
        job.setCombinerClass(SumTallies.class);
        job.setReducerClass(ToRow.class);
        job.setMapOutputKeyClass(Text.class);
        job.setMapOutputValueClass(Tally.class);
        run.writesRows(job);
        run.complete(job);
    }
}
