package com.phonepay.edge.gateway;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Budgets of this gateway alone. Two generations of a minute or more each: what was not asked for in a whole generation
 * is full again and is forgotten, so strangers can not fill the memory.
 */
final class LocalBuckets implements Buckets {
    private static final long GENERATION_MS = Duration.ofSeconds(61).toMillis();
    private static final int GENERATION_MAX = 50_000;

    private final InstantSource clock;
    private Map<String, Bucket> young = new HashMap<>();
    private Map<String, Bucket> old = new HashMap<>();
    private long youngSince;

    LocalBuckets(InstantSource clock) {
        this.clock = clock;
        this.youngSince = clock.millis();
    }

    @Override
    public CompletionStage<Budget> take(String key, long perMinute) {
        Bucket bucket = bucket(perMinute + ":" + key, perMinute);
        return CompletableFuture.completedFuture(Budget.of(perMinute, bucket.tryConsumeAndReturnRemaining(1)));
    }

    private synchronized Bucket bucket(String name, long perMinute) {
        if (clock.millis() - youngSince > GENERATION_MS || young.size() >= GENERATION_MAX) {
            old = young;
            young = new HashMap<>();
            youngSince = clock.millis();
        }
        Bucket known = young.get(name);
        if (known == null) {
            Bucket before = old.get(name);
            known = before == null ? fresh(perMinute) : before;
            young.put(name, known);
        }
        return known;
    }

    private Bucket fresh(long perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillIntervally(perMinute, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new Clock(clock))
                .build();
    }

    private record Clock(InstantSource clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.millis() * 1_000_000;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
