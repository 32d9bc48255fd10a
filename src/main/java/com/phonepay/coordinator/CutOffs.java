package com.phonepay.coordinator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When windows are closed: at times of the day in Asia/Kolkata, and perhaps every so often beside them.
 *
 * @param every zero where not
 */
public record CutOffs(List<LocalTime> times, Duration every) {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    public CutOffs {
        times = times.stream().sorted().toList();
    }

    /** The last one that has come, milliseconds since 1970; 0 where none is planned. */
    public long last(long now) {
        LocalDate today = Instant.ofEpochMilli(now).atZone(INDIA).toLocalDate();
        long last = every.isZero() ? 0 : last(now, every);
        for (LocalTime time : times) {
            long onTheDay = at(today, time);
            last = Math.max(last, onTheDay <= now ? onTheDay : at(today.minusDays(1), time));
        }
        return last;
    }

    /** The next one, milliseconds since 1970; 0 where none is planned. */
    public long next(long now) {
        LocalDate today = Instant.ofEpochMilli(now).atZone(INDIA).toLocalDate();
        long next = every.isZero() ? Long.MAX_VALUE : last(now, every) + every.toMillis();
        for (LocalTime time : times) {
            long onTheDay = at(today, time);
            next = Math.min(next, onTheDay > now ? onTheDay : at(today.plusDays(1), time));
        }
        return next == Long.MAX_VALUE ? 0 : next;
    }

    private static long last(long now, Duration every) {
        return now - Math.floorMod(now, every.toMillis());
    }

    private static long at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(INDIA).toInstant().toEpochMilli();
    }
}
