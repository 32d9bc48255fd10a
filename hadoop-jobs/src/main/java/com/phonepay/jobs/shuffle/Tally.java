package com.phonepay.jobs.shuffle;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/** A count and a sum of money in paise. The sum is exact, or the job fails. */
public final class Tally implements Writable {
    private long count;
    private long paise;

    public Tally set(long newCount, long newPaise) {
        count = newCount;
        paise = newPaise;
        return this;
    }

    public Tally add(Tally other) {
        count = Math.addExact(count, other.count);
        paise = Math.addExact(paise, other.paise);
        return this;
    }

    public long count() {
        return count;
    }

    public long paise() {
        return paise;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        WritableUtils.writeVLong(out, count);
        WritableUtils.writeVLong(out, paise);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        count = WritableUtils.readVLong(in);
        paise = WritableUtils.readVLong(in);
    }
}
