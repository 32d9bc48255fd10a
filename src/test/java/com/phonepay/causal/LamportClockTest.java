package com.phonepay.causal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LamportClockTest {
    private final AtomicLong wall = new AtomicLong(1_000);
    private final LamportClock clock = new LamportClock(wall::get);

    @Test
    void countsOnWhileTheWallClockStandsOrGoesBack() {
        long first = clock.tick();
        wall.set(1);
        assertThat(clock.tick()).isEqualTo(first + 1);
        wall.set(5_000);
        assertThat(clock.tick()).isEqualTo(5_000_000);
    }

    @Test
    void whatFollowsAMessageIsLaterThanItsSending() {
        LamportClock ahead = new LamportClock(() -> 9_000_000);
        long sent = ahead.tick();
        clock.heard(sent);
        assertThat(clock.tick()).isEqualTo(sent + 1);
        clock.heard(3);
        assertThat(clock.tick()).isEqualTo(sent + 2);
    }

    @Test
    void believesAnybodyWithinAMinuteOnly() {
        clock.heardFromAnybody(Long.MAX_VALUE);
        clock.heardFromAnybody((1_000 + 60_001) * 1_000);
        assertThat(clock.tick()).isEqualTo(1_000_000);
        clock.heardFromAnybody((1_000 + 59_000) * 1_000);
        assertThat(clock.tick()).isEqualTo(60_000_001);
    }

    @Test
    void givesNoNumberTwice() {
        long[] given = IntStream.range(0, 4)
                .mapToObj(thread -> CompletableFuture.supplyAsync(() -> LongStream.range(0, 20_000)
                        .flatMap(i -> {
                            long first = clock.tick(3);
                            return LongStream.of(first, first + 1, first + 2);
                        })
                        .toArray()))
                .toList()
                .stream()
                .flatMapToLong(numbers -> Arrays.stream(numbers.join()))
                .toArray();
        assertThat(Arrays.stream(given).distinct().count()).isEqualTo(given.length);
    }
}
