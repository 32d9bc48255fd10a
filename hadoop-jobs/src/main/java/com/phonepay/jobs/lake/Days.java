package com.phonepay.jobs.lake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days that a run looks at, both ends included; null is open. */
public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Days ALL = new Days(null, null);

    public Days {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The days end (" + to + ") before they begin (" + from + ")");
        }
    }

    boolean contain(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
