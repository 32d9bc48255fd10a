package com.phonepay.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A system that says wait, not yet, and nothing at all, and counts what it is asked under which key. */
final class LiveHistoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, List<String>> byKey = new HashMap<>();
    private final List<String> first = new ArrayList<>();

    LiveHistoryTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newSingleThreadExecutor());
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void repeatsUnderTheSameKeyUntilItIsFinal() {
        Ran ran = simulate(8);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("3 people, 1 shops, 8 payments: 5 acknowledged (")
                .contains("3 declined {insufficient_balance=1, not_found=1, velocity=1}, 0 pending; ")
                .contains(" 1 s waited at limits");
        assertThat(payments()).hasSize(8);
        assertThat(byKey.values()).allMatch(bodies -> bodies.stream().distinct().count() == 1);
        // The first was refused by the limit, the second pending, and nothing was said to the third.
        assertThat(payments().subList(0, 3))
                .allMatch(key -> byKey.getOrDefault(key, List.of()).size() == 2);
    }

    @Test
    void keepsToTheLimitsOfANewAccount() throws IOException {
        assertThat(simulate(54).status()).isZero();
        Map<String, Long> spent = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        for (String key : payments()) {
            String payer = key.substring(0, key.indexOf("-payment-"));
            long paise = JSON.readTree(byKey.getOrDefault(key, List.of()).get(0))
                    .get("amount")
                    .decimalValue()
                    .movePointRight(2)
                    .longValueExact();
            spent.merge(payer, paise, Long::sum);
            count.merge(payer, 1, Integer::sum);
        }
        assertThat(count).hasSize(3).allSatisfy((payer, payments) -> assertThat(payments)
                .isEqualTo(18));
        assertThat(spent).allSatisfy((payer, paise) -> assertThat(paise).isBetween(1_800L, 500_000L));
    }

    private Ran simulate(int payments) {
        return Ran.of(
                "simulate",
                "--through",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--users",
                "3",
                "--transactions",
                String.valueOf(payments));
    }

    /** The keys of payments, in the order in which they first came. */
    private List<String> payments() {
        return first.stream().filter(key -> key.contains("-payment-")).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        boolean isNew = key != null && !byKey.containsKey(key);
        if (key != null) {
            byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(body);
        }
        if (isNew) {
            first.add(key);
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/auth/register", "/merchant/register" -> answer(exchange, 201, "{}");
            case "/auth/login" -> answer(exchange, 200, "{\"token\":\"t\"}");
            case "/api/wallet/recharge" -> answer(exchange, 200, "{}");
            default -> pay(exchange, payments().indexOf(key), isNew);
        }
    }

    private static void pay(HttpExchange exchange, int number, boolean isNew) throws IOException {
        if (isNew && number == 0) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 429, "{\"code\":\"rate_limited\"}");
        } else if (isNew && number == 1) {
            exchange.getResponseHeaders().add("Retry-After", "1");
            answer(exchange, 202, "{\"status\":\"PENDING\"}");
        } else if (isNew && number == 2) {
            exchange.close();
        } else if (number == 3) {
            answer(exchange, 200, "{\"status\":\"FAILED\",\"reason\":\"insufficient_balance\"}");
        } else if (number == 4) {
            answer(exchange, 200, "{\"status\":\"BLOCKED\",\"reason\":\"velocity\"}");
        } else if (number == 5) {
            answer(exchange, 404, "{\"code\":\"not_found\"}");
        } else {
            answer(exchange, 200, "{\"status\":\"SUCCESS\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
