package com.phonepay.readmodel.redis;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Histories;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Page;
import com.phonepay.redis.Digest;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import io.lettuce.core.SetArgs;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps histories for some seconds. Whose history an answer is stands in its key and again inside of it, and is compared
 * before it is given out. Whatever goes wrong with Redis, the read models are asked as if there were none.
 */
public final class CachedHistories implements Histories {
    private static final Logger LOG = LoggerFactory.getLogger(CachedHistories.class);
    private static final String PREFIX = "phonepay:history:";
    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final ObjectMapper JSON = new ObjectMapper()
            .setVisibility(PropertyAccessor.ALL, Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, Visibility.ANY)
            .setVisibility(PropertyAccessor.CREATOR, Visibility.ANY);

    private final Histories histories;
    private final RedisLink redis;
    private final RedisGenerations generations;

    public CachedHistories(Histories histories, RedisLink redis, RedisGenerations generations) {
        this.histories = histories;
        this.redis = redis;
        this.generations = generations;
    }

    /** A page as it is kept. */
    record Kept(String account, List<HistoryLine> items, @Nullable Cursor next) {}

    /** What Redis said: nothing where it is away, a key where the answer may be kept, an answer where there is one. */
    private record Looked(@Nullable String key, @Nullable Page<HistoryLine> page) {}

    @Override
    public CompletionStage<Page<HistoryLine>> of(HistoryQuery query) {
        return look(query).thenCompose(looked -> {
            Page<HistoryLine> page = looked.page();
            return page == null
                    ? histories.of(query).whenComplete((read, fault) -> keep(looked.key(), query, read))
                    : CompletableFuture.completedFuture(page);
        });
    }

    private CompletionStage<Looked> look(HistoryQuery query) {
        return generations
                .of(query.account().value())
                .thenApply(generation -> key(query, generation))
                .thenCompose(key -> redis.<byte[]>ask(commands -> commands.get(key))
                        .thenApply(bytes -> new Looked(key, parsed(bytes, query))))
                .exceptionally(away -> new Looked(null, null));
    }

    private static String key(HistoryQuery query, String generation) {
        return PREFIX + query.account().value() + ":" + generation + ":" + Digest.of(query.toString());
    }

    private static @Nullable Page<HistoryLine> parsed(byte @Nullable [] bytes, HistoryQuery query) {
        if (bytes == null) {
            return null;
        }
        try {
            Kept kept = JSON.readValue(bytes, Kept.class);
            boolean theirs = kept.account().equals(query.account().value());
            return theirs ? new Page<>(List.copyOf(kept.items()), kept.next()) : null;
        } catch (IOException | RuntimeException e) {
            LOG.warn("A kept history can not be read: {}", e.getClass().getName());
            return null;
        }
    }

    private void keep(@Nullable String key, HistoryQuery query, @Nullable Page<HistoryLine> page) {
        if (key == null || page == null) {
            return;
        }
        try {
            byte[] bytes = JSON.writeValueAsBytes(new Kept(query.account().value(), page.items(), page.next()));
            redis.<String>ask(commands -> commands.set(key, bytes, SetArgs.Builder.ex(KEPT)));
        } catch (IOException e) {
            throw new IllegalStateException("a page is plain data", e);
        }
    }
}
