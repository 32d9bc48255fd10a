package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.gateway.redis.RedisBuckets;
import com.phonepay.infra.redis.EmbeddedRedis;
import com.phonepay.redis.RedisLink;
import com.phonepay.redis.RedisSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two gateways, each with a connection of its own to one real Redis. */
@Tag("redis")
final class SharedLimitsTest {
    private static final Path NO_CONSOLE = Path.of("target", "no-console");
    private static final int LIMIT = 100;
    private static final String DEFAULTS = "phonepay.gateway.limits.patience = 5 s";
    private static EmbeddedRedis redis;

    private RedisLink firstLink = link();
    private RedisLink secondLink = link();
    private Gated first = new Gated(1, NO_CONSOLE, DEFAULTS, new RedisBuckets(firstLink));
    private Gated second = new Gated(1, NO_CONSOLE, DEFAULTS, new RedisBuckets(secondLink));

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start(Path.of(""), Path.of("target", "redis-test"));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    private static RedisLink link() {
        return RedisLink.open(new RedisSettings(redis.uri(), Duration.ofSeconds(2)));
    }

    @BeforeEach
    void connected() {
        Gated.await(() -> answers(firstLink) && answers(secondLink));
        forget();
    }

    private static boolean answers(RedisLink link) {
        return link.answers().toCompletableFuture().join();
    }

    private void forget() {
        firstLink
                .<String>ask(commands -> commands.flushall())
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        firstLink.close();
        secondLink.close();
    }

    @Test
    void exactlyTheLimitPassesOverBothTogether() {
        ExecutorService callers = Executors.newFixedThreadPool(8);
        List<HttpResponse<String>> answers = IntStream.range(0, 2 * LIMIT)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> knock(number), callers))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        callers.shutdown();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200))
                .hasSize(LIMIT);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 429))
                .hasSize(LIMIT);
        assertThat(first.asked() + second.asked()).isEqualTo(LIMIT);
        // Each number of what is left was told once: no two requests took the same.
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> RateLimitsTest.header(answer, "RateLimit-Remaining"))
                        .distinct())
                .hasSize(LIMIT);
        assertThat(first.gateway.report()).contains("\"rate_limiter\":\"redis\"");
    }

    private HttpResponse<String> knock(int number) {
        return (number % 2 == 0 ? first : second).post("/auth/login", "{}");
    }

    @Test
    void redisMayDieUnderLoadAndComeBackEmpty() throws IOException {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger passed = new AtomicInteger();
        AtomicInteger wrong = new AtomicInteger();
        List<CompletableFuture<Void>> load = IntStream.range(0, 4)
                .mapToObj(worker -> CompletableFuture.runAsync(() -> {
                    while (!stop.get()) {
                        int status = (worker % 2 == 0 ? first : second)
                                        .get("/health/ready")
                                        .statusCode()
                                + second.post("/auth/login", "{}").statusCode();
                        (status == 400 || status == 629 ? passed : wrong).incrementAndGet();
                    }
                }))
                .toList();
        Gated.await(() -> passed.get() > 50);
        redis.kill();
        Gated.await(() -> second.gateway.report().contains("\"rate_limiter\":\"local\""));
        int before = passed.get();
        Gated.await(() -> passed.get() > before + 50);
        redis.startAgain();
        Gated.await(() -> second.gateway.report().contains("\"rate_limiter\":\"redis\""));
        stop.set(true);
        load.forEach(CompletableFuture::join);
        assertThat(wrong).hasValue(0);
    }
}
