package com.phonepay.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar of statements and reports: days of Asia/Kolkata. */
public final class Days {
    public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private Days() {}

    /** The day of a time in milliseconds since 1970, for example {@code 2026-11-24}. */
    public static String of(long at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(at), ZONE).toString();
    }

    /** The first millisecond of a day. */
    public static long begin(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }
}
