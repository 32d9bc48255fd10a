package com.phonepay.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Counts, for each account, how often something about it has changed, so that what is kept about it is known to be old. */
public final class RedisGenerations {
    private static final String PREFIX = "phonepay:generation:";
    /** Far longer than an answer is kept, so that no answer outlives the number under which it was written. */
    private static final Duration KEPT = Duration.ofHours(1);

    private final RedisLink redis;

    public RedisGenerations(RedisLink redis) {
        this.redis = redis;
    }

    /** The account's number now. */
    public CompletionStage<String> of(String account) {
        return redis.<byte[]>ask(commands -> commands.get(PREFIX + account))
                .thenApply(number -> number == null ? "0" : new String(number, StandardCharsets.US_ASCII));
    }

    /** Begins the next generation of these accounts. Where Redis is away, what it keeps expires soon. */
    public void next(Set<String> accounts) {
        for (String account : accounts) {
            redis.<Long>ask(commands -> commands.incr(PREFIX + account));
            redis.<Boolean>ask(commands -> commands.expire(PREFIX + account, KEPT));
        }
    }
}
