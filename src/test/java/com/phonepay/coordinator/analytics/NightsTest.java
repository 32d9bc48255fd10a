package com.phonepay.coordinator.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.analytics.Analysis;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which night is due. */
final class NightsTest {
    private static final Nights NIGHTS = new Nights(Optional.of(LocalTime.of(2, 30)), 31);

    @Test
    void theNightBeginsInIndiaAndLooksAtCompleteDays() {
        assertThat(NIGHTS.due(at("2026-11-24T20:59:59Z"))).isEmpty();
        var run = NIGHTS.due(at("2026-11-24T21:00:00Z")).orElseThrow();
        assertThat(run.id()).isEqualTo("nightly-2026-11-25");
        assertThat(run.from()).isEqualTo("2026-10-25");
        assertThat(run.to()).isEqualTo("2026-11-24");
        assertThat(run.jobs()).isEqualTo(Analysis.all());
        assertThat(run.requestedBy()).isNull();
    }

    @Test
    void aMissedNightIsMadeUpForSixHours() {
        assertThat(NIGHTS.due(at("2026-11-25T02:59:59Z"))).isEqualTo(NIGHTS.due(at("2026-11-24T21:00:00Z")));
        assertThat(NIGHTS.due(at("2026-11-25T03:00:00Z"))).isEmpty();
    }

    @Test
    void withoutATimeThereIsNoNight() {
        assertThat(new Nights(Optional.empty(), 31).due(at("2026-11-24T21:00:00Z")))
                .isEmpty();
    }

    private static long at(String moment) {
        return Instant.parse(moment).toEpochMilli();
    }
}
