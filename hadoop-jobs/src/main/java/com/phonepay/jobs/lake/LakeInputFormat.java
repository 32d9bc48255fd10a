package com.phonepay.jobs.lake;

import org.apache.avro.generic.GenericRecord;
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

    /** About what one task reads in two seconds. */
    private static final long SPLIT_BYTES = 48L * 1024 * 1024;

    public LakeInputFormat() {
        setMaxSplitSize(SPLIT_BYTES);
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
