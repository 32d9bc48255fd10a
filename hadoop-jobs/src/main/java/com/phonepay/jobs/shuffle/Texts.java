package com.phonepay.jobs.shuffle;

import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.apache.hadoop.io.Text;
import org.jspecify.annotations.Nullable;

/** Fields of a record. Avro's texts are bytes already, and mostly stay so. */
public final class Texts {
    private Texts() {}

    public static Utf8 text(GenericRecord record, String field) {
        return (Utf8) Objects.requireNonNull(record.get(field));
    }

    public static @Nullable Utf8 textOrNull(GenericRecord record, String field) {
        return (Utf8) record.get(field);
    }

    public static long number(GenericRecord record, String field) {
        return (Long) Objects.requireNonNull(record.get(field));
    }

    public static Text copy(Utf8 from, Text to) {
        to.set(from.getBytes(), 0, from.getByteLength());
        return to;
    }
}
