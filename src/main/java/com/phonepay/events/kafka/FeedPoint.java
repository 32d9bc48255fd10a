package com.phonepay.events.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Optional;

/**
 * A point in the feed, the same on every node: the next offset of each partition, in a fixed order. Kafka that lost its
 * data counts anew, so the lives of the topics are part of it.
 */
@SuppressWarnings("ArrayRecordComponent") // Written once and never compared.
record FeedPoint(String life, long[] next) {
    private static final int LENGTH_MAX = 2_000;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;

    /** The written form, for the ids of events. */
    String encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (long offset : next) {
            long rest = offset;
            while (rest > SEVEN_BITS) {
                bytes.write((int) (rest & SEVEN_BITS) | MORE);
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
        return life + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }

    /** Reads the written form; empty where it is none of a feed with so many partitions. */
    static Optional<FeedPoint> decode(String text, int partitions) {
        int dot = text.indexOf('.');
        if (dot < 1 || text.length() > LENGTH_MAX) {
            return Optional.empty();
        }
        try {
            var bytes = new ByteArrayInputStream(Base64.getUrlDecoder().decode(text.substring(dot + 1)));
            long[] next = new long[partitions];
            for (int i = 0; i < partitions; i++) {
                next[i] = number(bytes);
            }
            return bytes.available() == 0 ? Optional.of(new FeedPoint(text.substring(0, dot), next)) : Optional.empty();
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static long number(ByteArrayInputStream bytes) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int one = bytes.read();
            if (one < 0) {
                throw new IllegalArgumentException("ends too early");
            }
            number |= (long) (one & SEVEN_BITS) << shift;
            if ((one & MORE) == 0) {
                return number;
            }
        }
        throw new IllegalArgumentException("no number is so long");
    }

    /** The later of both in every partition. */
    long[] later(long[] other) {
        long[] later = next.clone();
        for (int i = 0; i < later.length; i++) {
            later[i] = Math.max(later[i], other[i]);
        }
        return later;
    }
}
