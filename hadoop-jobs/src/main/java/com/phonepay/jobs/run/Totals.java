package com.phonepay.jobs.run;

import com.phonepay.jobs.lake.InputCounter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.mapreduce.Counters;
import org.apache.hadoop.mapreduce.TaskInputOutputContext;

/** The counters of all stages of a run, by name. */
public final class Totals {
    private static final String GROUP = "phonepay";

    private final Map<String, Long> values = new TreeMap<>();

    /** Adds to a total from within a task. */
    public static void add(TaskInputOutputContext<?, ?, ?, ?> task, String name, long value) {
        task.getCounter(GROUP, name).increment(value);
    }

    void take(Counters counters) {
        for (InputCounter input : InputCounter.values()) {
            String name = input.name().toLowerCase(Locale.ROOT);
            values.merge(name, counters.findCounter(input).getValue(), Math::addExact);
        }
        counters.getGroup(GROUP)
                .forEach(counter -> values.merge(counter.getName(), counter.getValue(), Math::addExact));
    }

    public long get(String name) {
        return values.getOrDefault(name, 0L);
    }

    public Map<String, Long> all() {
        return Map.copyOf(values);
    }
}
