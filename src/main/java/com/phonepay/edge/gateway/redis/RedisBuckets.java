package com.phonepay.edge.gateway.redis;

import com.phonepay.edge.gateway.Buckets;
import com.phonepay.edge.gateway.Budget;
import com.phonepay.redis.RedisLink;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Budgets that all gateways share. Each is one small value that is replaced only where nobody else replaced it first. */
public final class RedisBuckets implements Buckets {
    private static final String PREFIX = "phonepay:limit:";
    /** A budget that is full again need not be remembered. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    private final RedisLink redis;
    private @Nullable AsyncProxyManager<String> budgets;

    public RedisBuckets(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public CompletionStage<Budget> take(String key, long perMinute) {
        String name = PREFIX + perMinute + ":" + key;
        return redis.ask(commands -> over(commands)
                .builder()
                .build(name, () -> CompletableFuture.completedFuture(Budget.rule(perMinute)))
                .tryConsumeAndReturnRemaining(1)
                .thenApply(probe -> Budget.of(perMinute, probe)));
    }

    /** One for the whole process: the connection stays the same object, whatever becomes of Redis. */
    private synchronized AsyncProxyManager<String> over(RedisAsyncCommands<String, byte[]> commands) {
        if (budgets == null) {
            budgets = Bucket4jLettuce.casBasedBuilder(commands)
                    .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT))
                    .build()
                    .asAsync();
        }
        return budgets;
    }
}
