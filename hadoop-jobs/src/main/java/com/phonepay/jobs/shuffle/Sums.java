package com.phonepay.jobs.shuffle;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;
import org.apache.hadoop.mapreduce.Reducer;

/** Several counts and sums that are added place by place. What a place means is the job's business. */
public final class Sums implements Writable {
    private long[] values;

    public Sums() {
        this(0);
    }

    public Sums(int places) {
        values = new long[places];
    }

    public Sums clear() {
        Arrays.fill(values, 0);
        return this;
    }

    public Sums put(int place, long value) {
        values[place] = value;
        return this;
    }

    public long get(int place) {
        return values[place];
    }

    public Sums add(Sums other) {
        if (values.length < other.values.length) {
            values = Arrays.copyOf(values, other.values.length);
        }
        for (int i = 0; i < other.values.length; i++) {
            values[i] = Math.addExact(values[i], other.values[i]);
        }
        return this;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(values.length);
        for (long value : values) {
            WritableUtils.writeVLong(out, value);
        }
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        int places = in.readUnsignedByte();
        if (values.length != places) {
            values = new long[places];
        }
        for (int i = 0; i < places; i++) {
            values[i] = WritableUtils.readVLong(in);
        }
    }

    /** Adds up what one task found. */
    public static final class Combine extends Reducer<Text, Sums, Text, Sums> {
        @Override
        protected void reduce(Text key, Iterable<Sums> parts, Context context)
                throws IOException, InterruptedException {
            context.write(key, of(parts));
        }
    }

    public static Sums of(Iterable<Sums> parts) {
        Sums sum = new Sums();
        parts.forEach(sum::add);
        return sum;
    }
}
