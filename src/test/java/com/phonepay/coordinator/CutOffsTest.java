package com.phonepay.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CutOffsTest {
    private static final CutOffs DAILY =
            new CutOffs(List.of(LocalTime.of(23, 30), LocalTime.of(11, 30)), Duration.ZERO);

    @Test
    void knowsTheTimesOfTheDayInIndia() {
        long now = at("2026-05-01T06:00:00Z");
        assertThat(DAILY.last(now)).as("11:30 to the second").isEqualTo(now);
        assertThat(DAILY.last(now - 1)).isEqualTo(at("2026-04-30T18:00:00Z"));
        assertThat(DAILY.next(now)).isEqualTo(at("2026-05-01T18:00:00Z"));
        assertThat(DAILY.next(at("2026-05-01T18:00:00Z"))).isEqualTo(at("2026-05-02T06:00:00Z"));
    }

    @Test
    void takesWhicheverComesLastAndNext() {
        CutOffs often = new CutOffs(List.of(LocalTime.of(11, 30)), Duration.ofMinutes(7));
        long now = at("2026-05-01T06:01:00Z");
        assertThat(often.last(now)).isLessThanOrEqualTo(now).isGreaterThanOrEqualTo(at("2026-05-01T06:00:00Z"));
        assertThat(often.next(now)).isGreaterThan(now).isLessThanOrEqualTo(now + 420_000);
        assertThat(often.next(often.next(now) - 1)).isEqualTo(often.next(now));
    }

    @Test
    void plansNothingWithoutTimes() {
        CutOffs none = new CutOffs(List.of(), Duration.ZERO);
        assertThat(none.last(5)).isZero();
        assertThat(none.next(5)).isZero();
    }

    private static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }
}
