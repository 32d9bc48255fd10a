package com.phonepay.cluster;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for a condition of a distributed system, and says what it saw last when it never came. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Eventually() {}

    static <T> T get(Supplier<T> probe, Predicate<T> enough) {
        return within(PATIENCE, probe, enough);
    }

    /** For what takes many steps, each of which may take long on a machine that is busy. */
    static <T> T within(Duration patience, Supplier<T> probe, Predicate<T> enough) {
        long end = System.nanoTime() + patience.toNanos();
        T seen = probe.get();
        while (!enough.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + patience.toSeconds() + " s still: " + seen);
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            seen = probe.get();
        }
        return seen;
    }
}
