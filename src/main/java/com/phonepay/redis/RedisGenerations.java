package com.phonepay.readmodel.redis;

import com.phonepay.redis.RedisLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Counts, for each account, how often its documents have changed. */
public final class RedisGenerations {
    private static final String PREFIX = "phonepay:generation:";
    /** Far longer than an answer is kept, so that no answer outlives the number under which it was written. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final RedisLink redis;

    public RedisGenerations(RedisLink redis) {
        this.redis = redis;
    }

    /** The account's number now. */
    CompletionStage<String> of(String account) {
        return redis.<byte[]>ask(commands -> commands.get(PREFIX + account))
                .thenApply(number -> number == null ? "0" : new String(number, StandardCharsets.US_ASCII));
    }

    /** Begins the next generation of these accounts. Where Redis is away, what it keeps expires soon. */
    void next(Set<String> accounts) {
        for (String account : accounts) {
            redis.<Long>ask(commands -> commands.incr(PREFIX + account));
            redis.<Boolean>ask(commands -> commands.expire(PREFIX + account, KEPT));
        }
    }
}
