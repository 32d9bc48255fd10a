package com.phonepay.jobs.merchants;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;

/** A receiver with what he received. */
public final class ReceiverSum implements Writable {
    private final Text receiver = new Text();
    private long payments;
    private long paise;

    ReceiverSum set(String newReceiver, long newPayments, long newPaise) {
        receiver.set(newReceiver);
        payments = newPayments;
        paise = newPaise;
        return this;
    }

    String receiver() {
        return receiver.toString();
    }

    long payments() {
        return payments;
    }

    long paise() {
        return paise;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        receiver.write(out);
        out.writeLong(payments);
        out.writeLong(paise);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        receiver.readFields(in);
        payments = in.readLong();
        paise = in.readLong();
    }
}
