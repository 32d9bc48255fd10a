package com.phonepay.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition of a distributed system, and says what it saw last when it never came. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private Eventually() {}

    static <T> T get(Supplier<T> probe, Predicate<T> enough) {
        return within(PATIENCE, probe, enough);
    }

    /**
     * For what takes many steps, each of which may take long on a machine that is busy. A probe that takes long itself
     * leaves the machine as long to what is waited for.
     */
    static <T> T within(Duration patience, Supplier<T> probe, Predicate<T> enough) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            long begun = System.nanoTime();
            T seen = probe.get();
            long now = System.nanoTime();
            if (enough.test(seen)) {
                return seen;
            }
            if (now > end) {
                throw new AssertionError("After " + patience.toSeconds() + " s still: " + seen);
            }
            LockSupport.parkNanos(Math.min(Math.max(now - begun, PAUSE.toNanos()), LONGEST_PAUSE.toNanos()));
        }
    }
}
