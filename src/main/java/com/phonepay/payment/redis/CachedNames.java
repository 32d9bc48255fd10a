package com.phonepay.payment.redis;

import com.phonepay.payment.Account;
import com.phonepay.payment.Names;
import com.phonepay.payment.Reply;
import com.phonepay.redis.Digest;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found for some minutes, under a hash of the alias. It is as old as the account's generation: an event
 * about the account ends it. Nobody who is unknown is remembered, since a minute later he may be known. Whatever goes wrong
 * with Redis, the directory is asked as if there were none.
 */
public final class CachedNames implements Names {
    private static final String PREFIX = "phonepay:name:";
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Names directory;
    private final RedisLink redis;
    private final RedisGenerations generations;

    public CachedNames(Names directory, RedisLink redis, RedisGenerations generations) {
        this.directory = directory;
        this.redis = redis;
        this.generations = generations;
    }

    @Override
    public CompletionStage<Reply<Account>> resolve(String text) {
        String alias = text.toLowerCase(Locale.ROOT);
        String key = PREFIX + Digest.of(alias);
        return look(key, alias)
                .thenCompose(kept -> kept == null
                        ? directory.resolve(text).whenComplete((found, fault) -> keep(key, alias, found))
                        : CompletableFuture.completedFuture(Reply.given(kept)));
    }

    private CompletionStage<@Nullable Account> look(String key, String alias) {
        return redis.<byte[]>ask(commands -> commands.get(key))
                .thenCompose(bytes -> current(KeptName.parsed(bytes, alias)))
                .exceptionally(away -> null);
    }

    /** The name where no event about its account came since it was kept. */
    private CompletionStage<@Nullable Account> current(@Nullable KeptName kept) {
        return kept == null
                ? CompletableFuture.completedFuture(null)
                : generations.of(kept.id()).thenApply(now -> now.equals(kept.generation()) ? kept.account() : null);
    }

    private void keep(String key, String alias, @Nullable Reply<Account> found) {
        if (found != null) {
            Function<Account, Void> keeping = account -> {
                keep(key, alias, account);
                return null;
            };
            found.fold(keeping, refused -> null);
        }
    }

    private void keep(String key, String alias, Account account) {
        generations
                .of(account.id().value())
                .thenCompose(generation -> redis.<String>ask(commands -> commands.set(
                        key, KeptName.of(alias, account, generation).bytes(), SetArgs.Builder.ex(KEPT))));
    }
}
