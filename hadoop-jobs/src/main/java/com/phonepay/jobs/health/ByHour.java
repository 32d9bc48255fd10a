package com.phonepay.jobs.health;

import com.phonepay.jobs.shuffle.Texts;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Mapper;

/** Counts in memory, since a task sees few hours, and hands each hour on once: a combiner without the sorting. */
public final class ByHour extends Mapper<NullWritable, GenericRecord, LongWritable, HourTally> {
    private static final long HOUR = 3_600_000L;
    /** Asia/Kolkata is five and a half hours ahead, so its hours begin in the middle of ours. */
    private static final long AHEAD = 5 * HOUR + HOUR / 2;

    private static final int MOST_HOURS = 1_000;

    private final Map<Long, HourTally> hours = new HashMap<>();

    @Override
    protected void map(NullWritable none, GenericRecord payment, Context context)
            throws IOException, InterruptedException {
        long begun = Texts.number(payment, "initiated_at");
        long hour = Math.floorDiv(begun + AHEAD, HOUR) * HOUR - AHEAD;
        hours.computeIfAbsent(hour, ignored -> new HourTally())
                .count(
                        Texts.text(payment, "status").toString(),
                        Texts.number(payment, "amount_paise"),
                        Texts.number(payment, "completed_at") - begun);
        if (hours.size() > MOST_HOURS) {
            handOn(context);
        }
    }

    @Override
    protected void cleanup(Context context) throws IOException, InterruptedException {
        handOn(context);
    }

    private void handOn(Context context) throws IOException, InterruptedException {
        for (Map.Entry<Long, HourTally> hour : hours.entrySet()) {
            context.write(new LongWritable(hour.getKey()), hour.getValue());
        }
        hours.clear();
    }
}
