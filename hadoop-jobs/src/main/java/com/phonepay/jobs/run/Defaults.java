package com.phonepay.jobs.run;

import com.phonepay.jobs.lake.LakeInputFormat;
import org.apache.hadoop.conf.Configuration;

/** Settings that differ from Hadoop's own where nobody set them. A cluster's files and {@code -D} win. */
final class Defaults {
    private Defaults() {}

    static Configuration apply(Configuration configuration) {
        boolean isLocal = configuration.get("mapreduce.framework.name", "local").equals("local");
        // Hadoop looks every 5 s whether a job has ended: longer than most of ours take.
        setQuietly(configuration, "mapreduce.client.completion.pollinterval", isLocal ? "50" : "200");
        if (isLocal) {
            int processors = Runtime.getRuntime().availableProcessors();
            // Each task that runs has a sort buffer; together they fit into 512 MB with room to spare.
            int atOnce = Math.min(processors, 3);
            setQuietly(configuration, "mapreduce.local.map.tasks.maximum", Integer.toString(atOnce));
            setQuietly(configuration, "mapreduce.local.reduce.tasks.maximum", Integer.toString(atOnce));
            setQuietly(configuration, "mapreduce.task.io.sort.mb", "64");
            // Of the heap, for each of those that run at once; Hadoop's 0.7 is meant for a process of its own.
            setQuietly(configuration, "mapreduce.reduce.shuffle.input.buffer.percent", "0.15");
            // Otherwise the last task may have a split of its own to read while the other processors rest.
            setQuietly(configuration, LakeInputFormat.TASKS, Integer.toString(2 * atOnce));
        }
        return configuration;
    }

    private static void setQuietly(Configuration configuration, String name, String value) {
        String[] sources = configuration.getPropertySources(name);
        boolean isHadoopsOwn =
                sources == null || sources.length == 0 || sources[sources.length - 1].endsWith("-default.xml");
        if (isHadoopsOwn) {
            configuration.set(name, value);
        }
    }
}
