package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.edge.auth.Principal.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The gateways of a running cluster: fair, limited, and unmoved by the death of a node or of Redis. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class GatewayClusterTest {
    private static final int CALLERS = 8;
    private static final int TURNS = 10_000;
    private static final int VICTIM = 2;
    private static final int LIMIT = RunningCluster.ANONYMOUS_PER_MINUTE;
    private static final String BALANCE = "/api/wallet/balance";

    /** What all tests of this class have paid. */
    private static final List<Attempt> settled = new ArrayList<>();

    private static Customers customers;
    private static String admin;

    private final AtomicBoolean stop = new AtomicBoolean();
    private volatile List<Integer> living = List.of(1, 2, 3);
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();

    @BeforeAll
    static void people(RunningCluster cluster) {
        customers = Customers.register(cluster);
        admin = RunningCluster.token("admin", Role.ADMIN);
    }

    @Test
    @Order(1)
    void bothGatewaysTogetherLetExactlyTheLimitPass(RunningCluster cluster) throws IOException {
        RunningCluster.forgetWhatRedisKnows();
        Map<Integer, Integer> seen = inParallel(2 * LIMIT, number -> cluster.gateway(1 + number % 2)
                .post("/auth/refresh", "", Map.of("refresh_token", "nobody's"))
                .status());
        assertThat(seen).isEqualTo(Map.of(401, LIMIT, 429, LIMIT));
        Api.Response refused = cluster.gateway(3).post("/auth/refresh", "", Map.of("refresh_token", "x"));
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("code")).isEqualTo("rate_limited");
        assertThat(refused.headers()).containsKeys("retry-after", "ratelimit-limit", "ratelimit-reset");
        // A user's own budget is another one, and the nodes' health costs nothing.
        assertThat(cluster.gateway(1).get(BALANCE, customers.token(0)).status()).isEqualTo(200);
        assertThat(cluster.gateway(1).get("/health/ready", "").status()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void turnsAreEvenWithinOnePercent(RunningCluster cluster) {
        Map<String, Integer> served = inParallel(TURNS, number -> {
            Api.Response answer = cluster.gateway(1).get(BALANCE, customers.token(number % Customers.COUNT));
            assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
            return String.join(",", answer.headers().getOrDefault("x-served-by", List.of()));
        });
        System.out.println("10,000 requests were served by " + served);
        assertThat(served).hasSize(3);
        assertThat(served.values()).allSatisfy(count -> assertThat(count).isBetween(3_300, 3_367));
    }

    @Test
    @Order(3)
    void everyServerIsLookedAtLive(RunningCluster cluster) {
        JsonNode status = cluster.gateway(1).get("/admin/system-status", admin).body();
        for (String server : List.of("cassandra", "kafka", "mongodb", "redis")) {
            assertThat(status.path(server).asText()).as(server).isIn("ONLINE", "LAGGING");
        }
        assertThat(limiters(cluster)).containsOnly("redis");
    }

    @Test
    @Order(4)
    void redisMayDieUnderLoad(RunningCluster cluster) throws InterruptedException {
        ExecutorService payers = payers(cluster);
        awaitAcknowledged(50);
        RunningCluster.launcher("server", "kill", "redis");
        assertThat(Eventually.get(() -> limiters(cluster), now -> now.stream().allMatch("local"::equals)))
                .hasSize(3);
        assertThat(cluster.api(1).get("/admin/system-status", admin).text("redis"))
                .isEqualTo("OFFLINE");
        awaitAcknowledged(attempts.size() + 50);
        RunningCluster.launcher("server", "start", "redis");
        Eventually.get(() -> limiters(cluster), now -> now.stream().allMatch("redis"::equals));
        finish(payers);
        assertThat(attempts.values()).allMatch(Attempt::isAcknowledged);
        balancesAreRight(cluster);
    }

    @Test
    @Order(5)
    void aNodeKilledUnderLoadIsOutWithinASecondAndNoPaymentFailsOfIt(RunningCluster cluster) throws Exception {
        // The victim's own gateway dies with it; its callers go elsewhere, and here they are there already.
        living = List.of(1, 3);
        ExecutorService payers = payers(cluster);
        awaitAcknowledged(100);
        CompletableFuture<Long> died = death(VICTIM);
        CompletableFuture<Void> killing = CompletableFuture.runAsync(() -> cluster.kill(VICTIM));
        long at = died.get(1, TimeUnit.MINUTES);
        long out = lastSentAfter(cluster, at);
        long sent = sentTo(cluster, "node-" + VICTIM);
        System.out.printf("The victim was out %d ms after its death; %d requests had been sent to it%n", out, sent);
        awaitAcknowledged(attempts.size() + 200);
        assertThat(sentTo(cluster, "node-" + VICTIM))
                .as("requests sent to a node that is dead for more than a second")
                .isEqualTo(sent);
        finish(payers);
        killing.join();
        cluster.start(VICTIM);
        Eventually.get(cluster::nodes, nodes -> nodes.stream()
                .allMatch(node -> node.state().equals("Up")));
        attempts.values().forEach(attempt -> attempt.sendUntilFinal(customers, cluster.gateway(1)));
        assertThat(attempts.values()).allMatch(Attempt::isAcknowledged);
        balancesAreRight(cluster);
    }

    private static CompletableFuture<Long> death(int node) {
        return ProcessHandle.of(RunningCluster.pid(node)).orElseThrow().onExit().thenApply(gone -> System.nanoTime());
    }

    /** Milliseconds from a death to the moment when the victim was last sent a request, watched for a second. */
    private static long lastSentAfter(RunningCluster cluster, long death) {
        long sent = -1;
        long last = 0;
        for (long now = 0; now < 1_000; now = (System.nanoTime() - death) / 1_000_000) {
            long seen = sentTo(cluster, "node-" + VICTIM);
            if (seen != sent) {
                last = (System.nanoTime() - death) / 1_000_000;
                sent = seen;
            }
        }
        return last;
    }

    /** As the gateways that live count them. */
    private static long sentTo(RunningCluster cluster, String node) {
        long sent = 0;
        for (JsonNode known :
                cluster.gateway(1).get("/admin/lb-stats", admin).body().path("nodes")) {
            sent += known.path("node").asText().equals(node)
                    ? known.path("requests").asLong()
                    : 0;
        }
        return sent;
    }

    private static List<String> limiters(RunningCluster cluster) {
        JsonNode gateways = cluster.api(1).get("/admin/lb-stats", admin).body().path("gateways");
        return IntStream.range(0, gateways.size())
                .mapToObj(number -> gateways.get(number).path("rate_limiter").asText())
                .toList();
    }

    private static Map<Integer, BigDecimal> spent(Iterable<Attempt> paid) {
        Map<Integer, BigDecimal> change = new HashMap<>();
        paid.forEach(attempt -> {
            change.merge(attempt.payer, attempt.amount.negate(), BigDecimal::add);
            change.merge(attempt.payee, attempt.amount, BigDecimal::add);
        });
        return change;
    }

    private void balancesAreRight(RunningCluster cluster) {
        settled.addAll(attempts.values());
        Map<Integer, BigDecimal> change = spent(settled);
        List<BigDecimal> expected = IntStream.range(0, Customers.COUNT)
                .mapToObj(customer -> Customers.START.add(change.getOrDefault(customer, BigDecimal.ZERO)))
                .toList();
        Eventually.get(() -> customers.balances(cluster.gateway(3)), expected::equals);
    }

    private ExecutorService payers(RunningCluster cluster) {
        ExecutorService payers = Executors.newFixedThreadPool(CALLERS);
        AtomicInteger numbers = new AtomicInteger();
        String run = Long.toString(System.nanoTime(), 36);
        for (int p = 0; p < CALLERS; p++) {
            Random random = new Random(p);
            payers.execute(() -> {
                while (!stop.get()) {
                    Attempt attempt = Attempt.random(random, run + "-" + numbers.incrementAndGet());
                    attempts.put(attempt.key, attempt);
                    attempt.send(customers, cluster.gateway(living.get(random.nextInt(living.size()))));
                }
            });
        }
        return payers;
    }

    private void finish(ExecutorService payers) throws InterruptedException {
        stop.set(true);
        payers.shutdown();
        assertThat(payers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private void awaitAcknowledged(int count) {
        Eventually.get(
                () -> attempts.values().stream().filter(Attempt::isAcknowledged).count(), seen -> seen >= count);
    }

    /** How often each answer was seen. */
    private static <T> Map<T, Integer> inParallel(int times, IntFunction<T> call) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Map<T, Integer> seen = new HashMap<>();
            IntStream.range(0, times)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> call.apply(number), callers))
                    .toList()
                    .forEach(answer -> seen.merge(answer.join(), 1, Integer::sum));
            return seen;
        } catch (UncheckedIOException e) {
            throw new AssertionError("a gateway did not answer", e);
        } finally {
            callers.shutdown();
        }
    }
}
