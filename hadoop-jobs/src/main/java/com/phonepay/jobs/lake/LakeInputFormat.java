package com.phonepay.jobs.lake;

import java.io.IOException;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileInputFormat;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;

/**
 * Reads the files of the lake, many small ones by one task: an exporter that rolls by the hour makes more files than a
 * job should have tasks. The record handed out is used again for the next one; copy what is to be kept.
 */
public final class LakeInputFormat extends CombineFileInputFormat<NullWritable, GenericRecord> {
    static final String JSON_LINES = ".jsonl";

    /** Into so many tasks the input is divided at least, where it is large enough for that; 1 where nobody says it. */
    public static final String TASKS = "phonepay.lake.tasks";

    /** No task reads more than this. */
    public static final String SPLIT_MAX = "phonepay.lake.split.max";

    /** About what one task reads in two seconds. */
    private static final long SPLIT_BYTES = 48L * 1024 * 1024;

    /** Less is not worth the beginning and the end of a task. */
    private static final long SPLIT_MIN_BYTES = 4L * 1024 * 1024;

    @Override
    public List<InputSplit> getSplits(JobContext job) throws IOException {
        long total = 0;
        for (FileStatus file : listStatus(job)) {
            total += file.getLen();
        }
        Configuration configuration = job.getConfiguration();
        long most = configuration.getLong(SPLIT_MAX, SPLIT_BYTES);
        long even = total / configuration.getInt(TASKS, 1) + 1;
        setMaxSplitSize(Math.max(SPLIT_MIN_BYTES, Math.min(most, even)));
        return super.getSplits(job);
    }

    @Override
    protected boolean isSplitable(JobContext context, Path file) {
        return !file.getName().endsWith(JSON_LINES);
    }

    @Override
    public RecordReader<NullWritable, GenericRecord> createRecordReader(InputSplit split, TaskAttemptContext context) {
        return new LakeRecordReader((CombineFileSplit) split, context);
    }
}
