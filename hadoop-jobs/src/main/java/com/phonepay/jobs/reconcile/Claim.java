package com.phonepay.jobs.reconcile;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/** What one side says about a payment. An empty status says nothing about it. */
public final class Claim implements Writable {
    private boolean isOurs;
    private long paise;
    private final Text status = new Text();

    Claim set(boolean ours, long newPaise, String newStatus) {
        isOurs = ours;
        paise = newPaise;
        status.set(newStatus);
        return this;
    }

    boolean isOurs() {
        return isOurs;
    }

    long paise() {
        return paise;
    }

    String status() {
        return status.toString();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(isOurs);
        WritableUtils.writeVLong(out, paise);
        status.write(out);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        isOurs = in.readBoolean();
        paise = WritableUtils.readVLong(in);
        status.readFields(in);
    }
}
