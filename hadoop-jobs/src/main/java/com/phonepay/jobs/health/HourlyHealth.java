package com.phonepay.jobs.health;

import com.phonepay.jobs.lake.Lake;
import com.phonepay.jobs.lake.LakeInputFormat;
import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Analysis;
import com.phonepay.jobs.run.Run;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.mapreduce.Job;

/** Attempts, successes, volume and times to the final answer, by the hour in which a payment was begun. */
public final class HourlyHealth implements Analysis {
    private static final String[] FIELDS = {"status", "amount_paise", "initiated_at", "completed_at"};

    @Override
    public String name() {
        return "hourly-health";
    }

    @Override
    public String description() {
        return "volume, success rate and latency by hour";
    }

    @Override
    public List<String> columns() {
        return List.of(
                "hour",
                "attempts",
                "succeeded",
                "failed",
                "blocked",
                "success_percent",
                "amount",
                "p50_ms",
                "p95_ms",
                "p99_ms");
    }

    @Override
    public void run(Run run) throws IOException, InterruptedException {
        Job job = run.stage(name());
        run.lake().feed(job, Topic.PAYMENT_COMPLETED, FIELDS);
        run.lake().feed(job, Topic.PAYMENT_FAILED, FIELDS);
        if (!Lake.isFed(job)) {
            return;
        }
        job.setInputFormatClass(LakeInputFormat.class);
        job.setMapperClass(ByHour.class);
        job.setReducerClass(ToRow.class);
        job.setMapOutputKeyClass(LongWritable.class);
        job.setMapOutputValueClass(HourTally.class);
        run.writesRows(job);
        run.complete(job);
    }
}
