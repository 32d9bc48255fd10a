package com.phonepay.edge.http;

import java.util.concurrent.atomic.AtomicInteger;

/** How much may be under way at once. The next one is told to come back: waiting unseen would help nobody. */
final class Admission {
    private final AtomicInteger underWay = new AtomicInteger();
    private final int max;

    Admission(int max) {
        this.max = max;
    }

    /** True where there was room; {@link #leave} must follow. */
    boolean enter() {
        if (underWay.incrementAndGet() <= max) {
            return true;
        }
        underWay.decrementAndGet();
        return false;
    }

    void leave() {
        underWay.decrementAndGet();
    }

    int underWay() {
        return underWay.get();
    }
}
