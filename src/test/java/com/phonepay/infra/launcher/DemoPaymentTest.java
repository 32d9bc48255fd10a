package com.phonepay.infra.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.infra.tls.Https;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The demo accounts are there after every start, however often an earlier one was interrupted. */
class DemoPaymentTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<DemoAccount> accounts = List.of(
            account(DemoAccount.USER, "asha"),
            account(DemoAccount.USER, "ravi"),
            account(DemoAccount.ADMIN, "admin"),
            account(DemoAccount.MERCHANT, "meena"));
    private final Set<String> registered = new LinkedHashSet<>();
    private HttpServer api;
    private int registrationsUntilItFails = Integer.MAX_VALUE;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/auth/register", this::register);
        api.createContext("/auth/login", exchange -> answer(exchange, 200, "{\"token\":\"t\"}"));
        api.createContext("/merchant/register", this::register);
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop(0);
    }

    @Test
    void registersWhatAnInterruptedStartLeftOut() throws IOException {
        registrationsUntilItFails = 2;
        assertThatThrownBy(() -> demo().register(accounts)).isInstanceOf(Failure.class);
        assertThat(registered).containsExactly("asha@x", "ravi@x");

        registrationsUntilItFails = Integer.MAX_VALUE;
        assertThat(demo().register(accounts)).isEqualTo(2);
        assertThat(registered).containsExactly("asha@x", "ravi@x", "admin@x", "meena@x", "chai@phonepay.example");
    }

    @Test
    void registersNothingWhereAllIsThere() throws IOException {
        assertThat(demo().register(accounts)).isEqualTo(4);
        assertThat(demo().register(accounts)).isZero();
    }

    private DemoPayment demo() {
        return new DemoPayment(new ApiClient(Https.off(), api.getAddress().getPort()), "bootstrap");
    }

    private void register(HttpExchange exchange) throws IOException {
        String email = JSON.readTree(exchange.getRequestBody()).path("email").asText();
        if (registrationsUntilItFails-- <= 0) {
            answer(exchange, 500, "{\"code\":\"internal_error\"}");
        } else if (registered.add(email)) {
            answer(exchange, 201, "{}");
        } else {
            answer(exchange, 400, "{\"code\":\"email_taken\"}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static DemoAccount account(String role, String name) {
        return new DemoAccount(role, name, name + "@x", "password");
    }
}
