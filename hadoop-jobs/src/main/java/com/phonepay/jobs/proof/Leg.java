package com.phonepay.jobs.proof;

import com.phonepay.jobs.shuffle.Texts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.Writable;
import org.apache.hadoop.io.WritableUtils;

/**
 * What the proof needs to know of an entry, or of a payment. Under a transaction {@code name} is the account that was
 * moved, and for the payment itself {@code name} is the payer and {@code other} the payee; under a wallet {@code name}
 * is the entry.
 */
public final class Leg implements Writable {
    /** Of the payment as a whole; the others are entries. */
    static final byte PAYMENT = 0;

    static final byte ENTRY = 1;

    private byte what;
    private long signedPaise;
    private long balanceAfter;
    private long at;
    private final Text name = new Text();
    private final Text other = new Text();
    private final byte[] digest = new byte[Long.BYTES];

    Leg payment(Utf8 payer, Utf8 payee, long paise, long completedAt) {
        what = PAYMENT;
        signedPaise = paise;
        balanceAfter = 0;
        at = completedAt;
        Texts.copy(payer, name);
        Texts.copy(payee, other);
        return this;
    }

    Leg entry(Utf8 newName, Utf8 eventId, long newSignedPaise, long newBalanceAfter, long newAt) {
        what = ENTRY;
        signedPaise = newSignedPaise;
        balanceAfter = newBalanceAfter;
        at = newAt;
        Texts.copy(newName, name);
        other.set(shortened(eventId), 0, Long.BYTES);
        return this;
    }

    /**
     * Eight bytes instead of some forty: all that is asked of an event's id is whether two are the same. Should two that
     * are not ever look so, an entry is missing in a sum, and the proof fails; it can not hold by that.
     */
    private byte[] shortened(Utf8 eventId) {
        long hash = 0xcbf29ce484222325L;
        byte[] bytes = eventId.getBytes();
        for (int i = 0; i < eventId.getByteLength(); i++) {
            hash = (hash ^ bytes[i]) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        for (int i = 0; i < Long.BYTES; i++) {
            digest[i] = (byte) (hash >>> (8 * i));
        }
        return digest;
    }

    Leg copyOf(Leg from) {
        what = from.what;
        signedPaise = from.signedPaise;
        balanceAfter = from.balanceAfter;
        at = from.at;
        name.set(from.name);
        other.set(from.other);
        return this;
    }

    boolean isPayment() {
        return what == PAYMENT;
    }

    long signedPaise() {
        return signedPaise;
    }

    long balanceAfter() {
        return balanceAfter;
    }

    long at() {
        return at;
    }

    Text name() {
        return name;
    }

    /** The payee of a payment; of an entry a digest of its event's id, the same for every copy of it. */
    Text other() {
        return other;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeByte(what);
        WritableUtils.writeVLong(out, signedPaise);
        WritableUtils.writeVLong(out, balanceAfter);
        WritableUtils.writeVLong(out, at);
        name.write(out);
        other.write(out);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        what = in.readByte();
        signedPaise = WritableUtils.readVLong(in);
        balanceAfter = WritableUtils.readVLong(in);
        at = WritableUtils.readVLong(in);
        name.readFields(in);
        other.readFields(in);
    }
}
