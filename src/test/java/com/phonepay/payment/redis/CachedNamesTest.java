package com.phonepay.payment.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.infra.process.Await;
import com.phonepay.infra.redis.EmbeddedRedis;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Rejection;
import com.phonepay.payment.Account;
import com.phonepay.payment.Names;
import com.phonepay.payment.Reply;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import com.phonepay.redis.RedisSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over a real Redis: a name is looked up once, is never another's, and ends with an event about its account. */
@Tag("redis")
final class CachedNamesTest {
    private static final Account ASHA = new Account(new AccountId("asha"), "Asha Rao", "asha@phonepay");
    private static final Account STALL =
            new Account(new AccountId("stall"), "Tea Stall", "stall@phonepay", new AccountId("asha"));
    private static EmbeddedRedis redis;
    private static RedisLink link;

    private final AtomicInteger asked = new AtomicInteger();
    private final Names directory = alias -> {
        asked.incrementAndGet();
        return CompletableFuture.completedFuture(
                switch (alias.toLowerCase(java.util.Locale.ROOT)) {
                    case "asha@example.com", "asha" -> Reply.given(ASHA);
                    case "stall@phonepay" -> Reply.given(STALL);
                    default ->
                        Reply.refused(Rejection.of("receiver_not_found", Rejection.Kind.NOT_FOUND, "There is nobody."));
                });
    };
    private RedisGenerations generations;
    private CachedNames names;

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start(Path.of(""), Path.of("target", "redis-names-test"));
        link = RedisLink.open(new RedisSettings(redis.uri(), Duration.ofSeconds(2)));
    }

    @AfterAll
    static void stop() {
        link.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        await(() -> link.answers().toCompletableFuture().join());
        link.<String>ask(commands -> commands.flushall()).toCompletableFuture().join();
        generations = new RedisGenerations(link);
        names = new CachedNames(directory, link, generations);
    }

    @Test
    void isLookedUpOnceHoweverItIsWritten() {
        assertThat(resolve("Asha@Example.com")).isEqualTo(Reply.given(ASHA));
        await(() -> keys().size() == 1);
        assertThat(resolve("asha@example.COM")).isEqualTo(Reply.given(ASHA));
        assertThat(asked).hasValue(1);
        assertThat(keys()).noneMatch(key -> key.contains("asha"));
        assertThat(resolve("stall@phonepay")).isEqualTo(Reply.given(STALL));
        await(() -> keys().size() == 2);
        assertThat(resolve("stall@phonepay")).isEqualTo(Reply.given(STALL));
        assertThat(asked).hasValue(2);
    }

    @Test
    void anEventAboutTheAccountEndsIt() {
        resolve("asha");
        await(() -> keys().size() == 1);
        generations.next(Set.of("stall"));
        await(() -> generations.of("stall").toCompletableFuture().join().equals("1"));
        resolve("asha");
        assertThat(asked).hasValue(1);
        generations.next(Set.of("asha"));
        await(() -> generations.of("asha").toCompletableFuture().join().equals("1"));
        resolve("asha");
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoIsUnknownIsAskedForAgain() {
        assertThat(resolve("nobody")).isInstanceOf(Reply.Refused.class);
        assertThat(resolve("nobody")).isInstanceOf(Reply.Refused.class);
        assertThat(asked).hasValue(2);
        assertThat(keys()).isEmpty();
    }

    @Test
    void nobodyIsShownAnothersName() {
        resolve("asha");
        resolve("stall@phonepay");
        await(() -> keys().size() == 2);
        List<String> keys = keys();
        byte[] first = get(keys.get(0));
        set(keys.get(0), get(keys.get(1)));
        set(keys.get(1), first);
        assertThat(resolve("asha")).isEqualTo(Reply.given(ASHA));
        assertThat(resolve("stall@phonepay")).isEqualTo(Reply.given(STALL));
        assertThat(asked).hasValue(4);
    }

    @Test
    void damagedOrDeadRedisChangesNothingButTheWork() throws IOException {
        resolve("asha");
        await(() -> keys().size() == 1);
        set(keys().get(0), new byte[] {'{', '!'});
        assertThat(resolve("asha")).isEqualTo(Reply.given(ASHA));
        redis.kill();
        assertThat(resolve("asha")).isEqualTo(Reply.given(ASHA));
        redis.startAgain();
        assertThat(resolve("asha")).isEqualTo(Reply.given(ASHA));
    }

    private Reply<Account> resolve(String alias) {
        return names.resolve(alias).toCompletableFuture().join();
    }

    private static List<String> keys() {
        return link.<List<String>>ask(commands -> commands.keys("phonepay:name:*"))
                .toCompletableFuture()
                .join();
    }

    private static byte[] get(String key) {
        return link.<byte[]>ask(commands -> commands.get(key))
                .toCompletableFuture()
                .join();
    }

    private static void set(String key, byte[] value) {
        link.<String>ask(commands -> commands.set(key, value))
                .toCompletableFuture()
                .join();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.until(condition, Duration.ofSeconds(20))).isTrue();
    }
}
