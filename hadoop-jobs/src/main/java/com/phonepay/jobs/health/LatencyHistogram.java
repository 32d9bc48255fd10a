package com.phonepay.jobs.health;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/**
 * Times in milliseconds, counted in buckets that grow with the time: exact below 64, and at most 3 % wide above. Two of
 * them add up to the histogram of both, whatever the order, so that tasks may count apart.
 */
final class LatencyHistogram implements Writable {
    private static final int SUB_BITS = 5;
    private static final int SUBS = 1 << SUB_BITS;
    /** Above about 36 years everything is one bucket. */
    private static final int BUCKETS = 36 * SUBS;

    private final long[] counts = new long[BUCKETS];
    private long total;

    void record(long millis) {
        counts[bucket(Math.max(0, millis))]++;
        total++;
    }

    void add(LatencyHistogram other) {
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    /** The time that this part of all, from 0 to 1, does not exceed; rounded up to the end of its bucket. */
    long percentile(double part) {
        long rank = Math.max(1, (long) Math.ceil(part * total));
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return end(i);
            }
        }
        return 0;
    }

    private static int bucket(long millis) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(millis) - SUB_BITS - 1);
        return Math.min(BUCKETS - 1, shift * SUBS + (int) (millis >>> shift));
    }

    private static long end(int bucket) {
        if (bucket < 2 * SUBS) {
            return bucket;
        }
        int shift = bucket / SUBS - 1;
        long sub = bucket - (long) shift * SUBS;
        return ((sub + 1) << shift) - 1;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        for (int i = 0; i < BUCKETS; i++) {
            if (counts[i] != 0) {
                out.writeShort(i);
                WritableUtils.writeVLong(out, counts[i]);
            }
        }
        out.writeShort(-1);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        Arrays.fill(counts, 0);
        total = 0;
        for (int i = in.readShort(); i >= 0; i = in.readShort()) {
            counts[i] = WritableUtils.readVLong(in);
            total += counts[i];
        }
    }
}
