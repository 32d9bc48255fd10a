package com.phonepay.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void doublesThePauseUpToHalfAMinute() {
        var pauses = Stream.generate(() -> backoff.after(Duration.ofSeconds(2)))
                .limit(7)
                .map(Duration::toSeconds);
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void forgetsOldTroubleAfterAMinuteOfGoodWork() {
        backoff.after(Duration.ofSeconds(2));
        backoff.after(Duration.ofSeconds(2));
        assertThat(backoff.after(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }
}
