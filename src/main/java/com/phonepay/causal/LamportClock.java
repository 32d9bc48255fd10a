package com.phonepay.causal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A Lamport clock: of two events of which one can have caused the other, the later has the greater number. Numbers of one
 * node are unique. It never runs behind the wall clock, in microseconds since 1970, so that a node that starts again, or
 * takes over a slice whose old owner can not speak any more, does not count from the beginning.
 */
public final class LamportClock {
    /** How far ahead of the wall clock a stamp from outside of the cluster may be. */
    private static final long AHEAD_MAX_MS = 60_000;

    private final LongSupplier wallMillis;
    private final AtomicLong last = new AtomicLong();

    /** @param wallMillis milliseconds since 1970; may jump */
    public LamportClock(LongSupplier wallMillis) {
        this.wallMillis = wallMillis;
    }

    /** The number of the next event of this node. */
    public long tick() {
        return tick(1);
    }

    /** The first of some numbers in a row that are given to nobody else. */
    public long tick(int numbers) {
        long wall = wallMillis.getAsLong() * 1000;
        while (true) {
            long seen = last.get();
            long first = Math.max(seen + 1, wall);
            if (last.compareAndSet(seen, first + numbers - 1)) {
                return first;
            }
        }
    }

    /** A message of another node has come with this number: all that happens here from now on is later. */
    public void heard(long stamp) {
        if (stamp > last.get()) {
            last.accumulateAndGet(stamp, Math::max);
        }
    }

    /** As {@link #heard}, where anybody could have written the number: one far ahead of time is not believed. */
    public void heardFromAnybody(long stamp) {
        if (stamp <= (wallMillis.getAsLong() + AHEAD_MAX_MS) * 1000) {
            heard(stamp);
        }
    }
}
