package com.phonepay.jobs.lake;

import java.io.IOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Counter;
import org.apache.hadoop.mapreduce.InputSplit;
import org.apache.hadoop.mapreduce.RecordReader;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.input.CombineFileSplit;
import org.jspecify.annotations.Nullable;

/** Goes through the pieces of a combined split. A piece that can not even be opened counts as one malformed record. */
final class LakeRecordReader extends RecordReader<NullWritable, GenericRecord> {
    private final CombineFileSplit split;
    private final Configuration configuration;
    private final Counter records;
    private final Counter malformed;
    private int next;
    private @Nullable Piece piece;
    private @Nullable GenericRecord current;

    LakeRecordReader(CombineFileSplit split, TaskAttemptContext context) {
        this.split = split;
        this.configuration = context.getConfiguration();
        this.records = context.getCounter(InputCounter.RECORDS);
        this.malformed = context.getCounter(InputCounter.MALFORMED);
    }

    @Override
    public void initialize(InputSplit ignored, TaskAttemptContext context) {
        // Everything is known since the constructor.
    }

    @Override
    public boolean nextKeyValue() throws IOException {
        while (piece != null || open()) {
            current = piece == null ? null : piece.next(current);
            if (current != null) {
                records.increment(1);
                return true;
            }
            close();
        }
        return false;
    }

    /** Opens the next piece that can be opened. */
    private boolean open() {
        while (piece == null && next < split.getNumPaths()) {
            Path file = split.getPath(next);
            long start = split.getOffset(next);
            long length = split.getLength(next);
            next++;
            try {
                piece = open(file, start, length);
            } catch (IOException | RuntimeException notReadable) {
                malformed.increment(1);
            }
        }
        return piece != null;
    }

    private @Nullable Piece open(Path file, long start, long length) throws IOException {
        Optional<Topic> topic = Topic.ofPath(file.toUri().getPath());
        if (topic.isEmpty()) {
            throw new IOException("Not in a topic's folder: " + file);
        }
        current = null;
        Schema wanted = Projections.of(configuration, topic.get());
        return file.getName().endsWith(LakeInputFormat.JSON_LINES)
                ? new JsonLinesPiece(configuration, file, wanted, malformed)
                : new AvroPiece(configuration, file, start, length, wanted, malformed);
    }

    @Override
    public NullWritable getCurrentKey() {
        return NullWritable.get();
    }

    @Override
    public @Nullable GenericRecord getCurrentValue() {
        return current;
    }

    @Override
    public float getProgress() {
        return split.getNumPaths() == 0 ? 1 : (float) next / split.getNumPaths();
    }

    @Override
    public void close() throws IOException {
        if (piece != null) {
            piece.close();
            piece = null;
        }
    }
}
