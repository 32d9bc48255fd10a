package com.phonepay.jobs.run;

import com.phonepay.jobs.lake.Lake;
import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.SequenceFileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.TextOutputFormat;

/** One run of an analysis: its input, its folders, and the stages that it completes. */
public final class Run {
    private final Configuration configuration;
    private final Lake lake;
    private final Path folder;
    private final Map<String, String> options;
    private final Progress progress;
    private final Totals totals = new Totals();
    private boolean hasOutput;

    Run(Configuration configuration, Lake lake, Path folder, Map<String, String> options, Progress progress) {
        this.configuration = configuration;
        this.lake = lake;
        this.folder = folder;
        this.options = options;
        this.progress = progress;
    }

    public Lake lake() {
        return lake;
    }

    public String option(String name, String otherwise) {
        return options.getOrDefault(name, otherwise);
    }

    /** A stage, not yet told what it reads and does. Its configuration is its own. */
    public Job stage(String name) throws IOException {
        Job job = Job.getInstance(new Configuration(configuration), "phonepay " + name);
        job.setJarByClass(Run.class);
        return job;
    }

    /** Where the last stage writes its rows, one JSON object a line. */
    public Path output() {
        return new Path(folder, "rows");
    }

    /** Lets the stage write rows: null keys and one JSON object as text. */
    public void writesRows(Job job) {
        job.setOutputKeyClass(NullWritable.class);
        job.setOutputValueClass(Text.class);
        job.setOutputFormatClass(TextOutputFormat.class);
        FileOutputFormat.setOutputPath(job, output());
    }

    /** Lets the stage write keys and values for the next one, which reads them from the folder that is returned. */
    public Path writesPairs(Job job, Class<? extends Writable> key, Class<? extends Writable> value) {
        Path pairs = new Path(folder, "between");
        job.setOutputKeyClass(key);
        job.setOutputValueClass(value);
        job.setOutputFormatClass(SequenceFileOutputFormat.class);
        FileOutputFormat.setOutputPath(job, pairs);
        return pairs;
    }

    /**
     * Runs the stage to its end.
     *
     * @throws JobFailedException when it fails
     */
    public void complete(Job job) throws IOException, InterruptedException {
        Progress.Shown shown = progress.follow(job);
        try {
            if (!job.waitForCompletion(false)) {
                throw new JobFailedException(
                        job.getJobName() + " failed: " + job.getStatus().getFailureInfo());
            }
        } catch (ClassNotFoundException e) {
            throw new JobFailedException(job.getJobName() + " is not complete: " + e.getMessage());
        } finally {
            shown.end();
        }
        hasOutput = true;
        totals.take(job.getCounters());
    }

    Totals totals() {
        return totals;
    }

    boolean hasOutput() {
        return hasOutput;
    }
}
