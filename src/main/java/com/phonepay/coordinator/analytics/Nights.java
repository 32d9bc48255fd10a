package com.phonepay.coordinator.analytics;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.coordinator.CutOffs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * When the jobs run by themselves, and over which days: those before the night, the last of them complete.
 *
 * @param at time of the day in Asia/Kolkata; empty where there are no nightly runs
 * @param days how many
 */
record Nights(Optional<LocalTime> at, int days) {
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

    /** A night that was missed, because nothing ran, is made up for so long. */
    private static final Duration LATE = Duration.ofHours(6);

    /** The run of the last night, where it is not too long ago. Its id is the same for whoever asks. */
    Optional<AnalyticsRun> due(long now) {
        return at.flatMap(time -> {
            long begin = new CutOffs(List.of(time), Duration.ZERO).last(now);
            return now - begin < LATE.toMillis() ? Optional.of(run(begin)) : Optional.empty();
        });
    }

    private AnalyticsRun run(long begin) {
        LocalDate night = Instant.ofEpochMilli(begin).atZone(INDIA).toLocalDate();
        return AnalyticsRun.requested(
                "nightly-" + night,
                AnalyticsRun.Cause.NIGHTLY,
                null,
                night.minusDays(days).toString(),
                night.minusDays(1).toString(),
                Analysis.all(),
                begin);
    }
}
