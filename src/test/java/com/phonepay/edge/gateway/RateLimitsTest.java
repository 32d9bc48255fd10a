package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.auth.Principal.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Who is counted against what, what the answers say, and what happens while the shared budgets are away. */
final class RateLimitsTest {
    private static final Path NO_CONSOLE = Path.of("target", "no-console");
    private static final String FEW =
            "phonepay.gateway.limits { anonymous-per-minute = 5, user-per-minute = 8, patience = 100 ms }";

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final InstantSource clock = () -> Instant.ofEpochMilli(now.get());

    @Test
    void anAddressGetsItsBudgetAndThenIsToldWhenToComeBack() {
        try (Gated gated = new Gated(1, NO_CONSOLE, FEW)) {
            for (int left = 4; left >= 0; left--) {
                HttpResponse<String> answer = gated.post("/auth/login", "{}");
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(header(answer, "RateLimit-Limit")).isEqualTo("5");
                assertThat(header(answer, "RateLimit-Remaining")).isEqualTo(Integer.toString(left));
            }
            HttpResponse<String> refused = gated.post("/auth/login", "{}");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("\"code\":\"rate_limited\"", "\"retry_after\":");
            assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
            int seconds = Integer.parseInt(header(refused, "Retry-After"));
            assertThat(seconds).isBetween(50, 60);
            assertThat(header(refused, "RateLimit-Reset")).isEqualTo(Integer.toString(seconds));
            assertThat(gated.asked()).isEqualTo(5);
        }
    }

    @Test
    void wrongTokensCountAgainstTheAddressAndAUserHasABudgetOfTheirOwn() {
        try (Gated gated = new Gated(1, NO_CONSOLE, FEW)) {
            for (int i = 0; i < 5; i++) {
                assertThat(Gated.send(gated.request("/api/wallet/balance", null))
                                .statusCode())
                        .isEqualTo(401);
            }
            assertThat(Gated.send(gated.request("/api/wallet/balance", null)).statusCode())
                    .isEqualTo(429);
            for (int i = 0; i < 8; i++) {
                assertThat(gated.get("/api/wallet/balance").statusCode()).isEqualTo(200);
            }
            assertThat(gated.get("/api/wallet/balance").statusCode()).isEqualTo(429);
            // Another user from the same address is not that user.
            assertThat(Gated.send(gated.request("/admin/lb-stats", Role.ADMIN, "root"))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void healthAndTheConsoleAreFree() {
        try (Gated gated = new Gated(1, NO_CONSOLE, FEW)) {
            for (int i = 0; i < 12; i++) {
                HttpResponse<String> health = Gated.send(gated.request("/health/ready", null));
                assertThat(health.statusCode()).isEqualTo(200);
                assertThat(health.headers().firstValue("RateLimit-Limit")).isEmpty();
                assertThat(Gated.send(gated.request("/gateways", null)).statusCode())
                        .isEqualTo(200);
                assertThat(Gated.send(gated.request("/", null)).statusCode()).isEqualTo(404);
            }
        }
    }

    @Test
    void withoutTheSharedBudgetsTheGatewayCountsByItselfAndSaysSo() {
        try (Gated gated = new Gated(1, NO_CONSOLE, FEW, new Broken())) {
            for (int i = 0; i < 5; i++) {
                assertThat(gated.post("/auth/login", "{}").statusCode()).isEqualTo(200);
            }
            assertThat(gated.post("/auth/login", "{}").statusCode()).isEqualTo(429);
            assertThat(gated.gateway.report()).contains("\"rate_limiter\":\"local\"");
        }
    }

    @Test
    void aBrokenStoreIsAskedOnceInASecond() {
        Broken shared = new Broken();
        GuardedBuckets guarded = new GuardedBuckets(shared, new LocalBuckets(clock), Duration.ofSeconds(1), clock);
        for (int i = 0; i < 100; i++) {
            guarded.take("user:a", 1_000).toCompletableFuture().join();
        }
        assertThat(shared.asked).hasValue(1);
        assertThat(guarded.isShared()).isFalse();
        now.addAndGet(1_001);
        shared.works = true;
        guarded.take("user:a", 1_000).toCompletableFuture().join();
        assertThat(guarded.isShared()).isTrue();
        guarded.take("user:a", 1_000).toCompletableFuture().join();
        assertThat(shared.asked).hasValue(3);
    }

    @Test
    void aStoreThatHangsCostsOneShortWait() {
        Buckets hanging = (key, perMinute) -> new CompletableFuture<>();
        GuardedBuckets guarded =
                new GuardedBuckets(hanging, new LocalBuckets(clock), Duration.ofMillis(50), InstantSource.system());
        long begun = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            guarded.take("user:a", 100).toCompletableFuture().join();
        }
        // The one wait, and if this machine is slow a second one; not fifty.
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(guarded.isShared()).isFalse();
    }

    @Test
    void aBudgetIsBackAfterItsMinuteAndForgottenStrangersCostNothing() {
        LocalBuckets own = new LocalBuckets(clock);
        assertThat(taken(own, "a", 3)).isEqualTo(3);
        assertThat(taken(own, "a", 3)).isZero();
        now.addAndGet(59_000);
        assertThat(taken(own, "a", 3)).isZero();
        now.addAndGet(1_000);
        assertThat(taken(own, "a", 3)).isEqualTo(3);
        // Remembered over one change of generations: nobody is forgiven early.
        now.addAndGet(2_000);
        assertThat(taken(own, "a", 3)).isZero();
    }

    @Test
    void aNetworkOfAddressesIsOneCaller() {
        assertThat(Forwarding.network("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2::/64");
        assertThat(Forwarding.network("2001:db8:1:2:ffff:0:0:1")).isEqualTo("2001:db8:1:2::/64");
        assertThat(Forwarding.network("10.1.2.3")).isEqualTo("10.1.2.3");
    }

    private static int taken(Buckets buckets, String key, int limit) {
        int passed = 0;
        for (int i = 0; i < limit + 2; i++) {
            passed += buckets.take(key, limit).toCompletableFuture().join().spent() ? 0 : 1;
        }
        return passed;
    }

    static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Fails until it works. */
    private static final class Broken implements Buckets {
        private final Buckets own = new LocalBuckets(InstantSource.system());
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean works;

        @Override
        public CompletionStage<Budget> take(String key, long perMinute) {
            asked.incrementAndGet();
            return works
                    ? own.take(key, perMinute)
                    : CompletableFuture.failedFuture(new IllegalStateException("the store is away"));
        }
    }
}
