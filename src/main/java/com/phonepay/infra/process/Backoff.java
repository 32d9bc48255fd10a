package com.phonepay.infra.process;

import java.time.Duration;

/**
 * How long to wait before a process that died by itself starts again: doubling from one second, so that a process
 * that cannot start does not eat the machine, and back to one second after it has run well for a while.
 */
public final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration RAN_WELL = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /** The pause before the next start of a process that ran for the given time. */
    public Duration after(Duration ran) {
        if (ran.compareTo(RAN_WELL) >= 0) {
            next = FIRST;
        }
        var pause = next;
        var doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
