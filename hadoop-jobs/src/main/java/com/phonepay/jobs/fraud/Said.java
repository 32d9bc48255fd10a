package com.phonepay.jobs.fraud;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/** What the screen said about a transaction, or, with an empty verdict, what was given back of it. */
public final class Said implements Writable {
    private final Text verdict = new Text();
    /** One rule a line. */
    private final Text rules = new Text();

    private long paise;
    private long at;

    Said set(String newVerdict, String newRules, long newPaise, long newAt) {
        verdict.set(newVerdict);
        rules.set(newRules);
        paise = newPaise;
        at = newAt;
        return this;
    }

    Said copyOf(Said from) {
        verdict.set(from.verdict);
        rules.set(from.rules);
        paise = from.paise;
        at = from.at;
        return this;
    }

    boolean isRefund() {
        return verdict.getLength() == 0;
    }

    String verdict() {
        return verdict.toString();
    }

    String[] rules() {
        return rules.toString().split("\n");
    }

    long paise() {
        return paise;
    }

    long at() {
        return at;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        verdict.write(out);
        rules.write(out);
        WritableUtils.writeVLong(out, paise);
        WritableUtils.writeVLong(out, at);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        verdict.readFields(in);
        rules.readFields(in);
        paise = WritableUtils.readVLong(in);
        at = WritableUtils.readVLong(in);
    }
}
