package com.phonepay.causal;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * How far a ring is copied. A round takes what was there at the round before: by now whoever had taken a place has put
 * its step there.
 */
final class Copying {
    private final Ring<Step> ring;
    private final int most;
    private final LongConsumer missed;
    private long copied;
    private long settled;

    Copying(Ring<Step> ring, int most, LongConsumer missed) {
        this.ring = ring;
        this.most = most;
        this.missed = missed;
    }

    /** The newest of those that are not copied yet; what is above the bound, or is overwritten already, is missed. */
    List<Step> next() {
        long until = settled;
        settled = ring.count();
        long from = Math.max(copied, until - most);
        List<Step> next = ring.between(from, until);
        missed.accept(until - copied - next.size());
        copied = until;
        return next;
    }
}
