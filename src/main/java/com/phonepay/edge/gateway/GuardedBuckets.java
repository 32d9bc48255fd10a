package com.phonepay.edge.gateway;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shared budgets, and this gateway's own while those do not answer. After one failure nobody asks the shared ones
 * for a second; then one request tries again, and the others follow when it was answered. So a dead or hanging store
 * costs one request in a second a short wait, and everybody else nothing.
 */
final class GuardedBuckets implements Buckets {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedBuckets.class);
    private static final long PAUSE_MS = 1_000;

    private final Buckets shared;
    private final Buckets own;
    private final long patienceMs;
    private final InstantSource clock;
    /** When the next request may try again; 0 while the shared budgets answer. */
    private final AtomicLong nextTryAt = new AtomicLong();

    GuardedBuckets(Buckets shared, Buckets own, Duration patience, InstantSource clock) {
        this.shared = shared;
        this.own = own;
        this.patienceMs = patience.toMillis();
        this.clock = clock;
    }

    boolean isShared() {
        return nextTryAt.get() == 0;
    }

    @Override
    public CompletionStage<Budget> take(String key, long perMinute) {
        if (!mayAsk()) {
            return own.take(key, perMinute);
        }
        return shared.take(key, perMinute)
                .toCompletableFuture()
                .orTimeout(patienceMs, TimeUnit.MILLISECONDS)
                .handle((budget, fault) -> {
                    if (fault != null) {
                        fell(fault);
                        return own.take(key, perMinute);
                    }
                    answered();
                    return CompletableFuture.completedFuture(budget);
                })
                .thenCompose(budget -> budget);
    }

    private boolean mayAsk() {
        long at = nextTryAt.get();
        long now = clock.millis();
        return at == 0 || (now >= at && nextTryAt.compareAndSet(at, now + PAUSE_MS));
    }

    private void fell(Throwable fault) {
        if (nextTryAt.getAndSet(clock.millis() + PAUSE_MS) == 0) {
            LOG.warn("The shared rate limits do not answer; this gateway counts by itself: {}", fault.toString());
        }
    }

    private void answered() {
        if (nextTryAt.getAndSet(0) != 0) {
            LOG.info("The shared rate limits answer again");
        }
    }
}
