package com.phonepay.jobs.baseline;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/** A payment of one payer, whose name and whose time are in the key. */
public final class Spending implements Writable {
    private final Text id = new Text();
    private final Text payee = new Text();
    private long paise;

    Text id() {
        return id;
    }

    Text payee() {
        return payee;
    }

    long paise() {
        return paise;
    }

    Spending of(long newPaise) {
        paise = newPaise;
        return this;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        id.write(out);
        payee.write(out);
        WritableUtils.writeVLong(out, paise);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        id.readFields(in);
        payee.readFields(in);
        paise = WritableUtils.readVLong(in);
    }
}
