package com.phonepay.edge.gateway;

import com.phonepay.edge.auth.Principal;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Which budget a request is counted against: that of its user where its token is valid, else that of its address, so
 * that who guesses tokens or passwords is slowed down too. Health checks and the console's files are free.
 */
final class RateLimits {
    private static final String FREE = "/health/";

    private final LimitSettings settings;
    private final GuardedBuckets buckets;

    RateLimits(LimitSettings settings, Buckets shared, InstantSource clock) {
        this.settings = settings;
        this.buckets = new GuardedBuckets(shared, new LocalBuckets(clock), settings.patience(), clock);
    }

    /** Completes at once where nothing is limited. Never fails. */
    CompletionStage<Budget> take(String address, String path, @Nullable Principal user) {
        long perMinute = user == null ? settings.anonymousPerMinute() : settings.userPerMinute();
        if (perMinute == 0 || path.startsWith(FREE)) {
            return CompletableFuture.completedFuture(Budget.UNLIMITED);
        }
        String key = user == null
                ? "address:" + Forwarding.network(address)
                : "user:" + user.account().value();
        return buckets.take(key, perMinute);
    }

    /** As operators read it: redis, local while Redis does not answer, none where nothing is limited. */
    String word() {
        if (settings.anonymousPerMinute() == 0 && settings.userPerMinute() == 0) {
            return "none";
        }
        return buckets.isShared() ? "redis" : "local";
    }
}
