package com.phonepay.jobs.shuffle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.WritableComparable;
import org.apache.hadoop.io.WritableComparator;
import org.apache.hadoop.mapreduce.Partitioner;

/**
 * A key for secondary sort: values meet by (kind, id) and arrive in the order of a number. Its bytes compare as the key
 * does, so nothing is made out of them to sort: kind, length and bytes of the id, number with its sign turned.
 */
public final class SortedKey implements WritableComparable<SortedKey> {
    private static final int ORDER_BYTES = Long.BYTES;
    private static final int ID_AT = 1 + Short.BYTES;
    private static final int MOST_ID_BYTES = 1024;

    static {
        WritableComparator.define(SortedKey.class, new Whole());
    }

    private byte[] bytes = new byte[64];
    private int length;

    public SortedKey() {
        // Filled by set or readFields.
    }

    /** Fills the key. The id is at most 1024 bytes long. */
    public SortedKey set(int kind, Utf8 id, long order) {
        int idLength = id.getByteLength();
        if (idLength > MOST_ID_BYTES) {
            throw new IllegalArgumentException("An id of " + idLength + " bytes");
        }
        length = ID_AT + idLength + ORDER_BYTES;
        grow();
        bytes[0] = (byte) kind;
        bytes[1] = (byte) (idLength >>> 8);
        bytes[2] = (byte) idLength;
        System.arraycopy(id.getBytes(), 0, bytes, ID_AT, idLength);
        long turned = order ^ Long.MIN_VALUE;
        for (int i = 1; i <= ORDER_BYTES; i++) {
            bytes[length - i] = (byte) turned;
            turned >>>= 8;
        }
        return this;
    }

    public int kind() {
        return bytes[0];
    }

    public String id() {
        return new String(bytes, ID_AT, length - ID_AT - ORDER_BYTES, UTF_8);
    }

    public long order() {
        long turned = 0;
        for (int i = length - ORDER_BYTES; i < length; i++) {
            turned = (turned << 8) | (bytes[i] & 0xff);
        }
        return turned ^ Long.MIN_VALUE;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeShort(length);
        out.write(bytes, 0, length);
    }

    @Override
    public void readFields(DataInput in) throws IOException {
        length = in.readUnsignedShort();
        grow();
        in.readFully(bytes, 0, length);
    }

    @Override
    public int compareTo(SortedKey other) {
        return Arrays.compareUnsigned(bytes, 0, length, other.bytes, 0, other.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortedKey key && compareTo(key) == 0;
    }

    @Override
    public int hashCode() {
        return WritableComparator.hashBytes(bytes, 0, length);
    }

    private void grow() {
        if (bytes.length < length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
    }

    /** The order of the sort. */
    public static final class Whole extends WritableComparator {
        public Whole() {
            super(SortedKey.class);
        }

        @Override
        public int compare(byte[] one, int start, int length, byte[] other, int otherStart, int otherLength) {
            return compareBytes(
                    one,
                    start + Short.BYTES,
                    length - Short.BYTES,
                    other,
                    otherStart + Short.BYTES,
                    otherLength - Short.BYTES);
        }
    }

    /** What makes a group: all but the number. */
    public static final class Group extends WritableComparator {
        public Group() {
            super(SortedKey.class);
        }

        @Override
        public int compare(byte[] one, int start, int length, byte[] other, int otherStart, int otherLength) {
            return compareBytes(
                    one,
                    start + Short.BYTES,
                    length - Short.BYTES - ORDER_BYTES,
                    other,
                    otherStart + Short.BYTES,
                    otherLength - Short.BYTES - ORDER_BYTES);
        }
    }

    /** Sends a group to one reducer. */
    public static class ByGroup<V> extends Partitioner<SortedKey, V> {
        @Override
        public int getPartition(SortedKey key, V value, int partitions) {
            int hash = WritableComparator.hashBytes(key.bytes, 0, key.length - ORDER_BYTES);
            return (hash & Integer.MAX_VALUE) % partitions;
        }
    }
}
