package com.phonepay.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** One node's public API, as a customer's program would call it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    private final String base;

    Api(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** A status code and the body. */
    record Response(int status, JsonNode body, Map<String, java.util.List<String>> headers, String raw) {
        String text(String field) {
            return body.path(field).asText();
        }

        BigDecimal amount(String field) {
            return new BigDecimal(body.path(field).asText()).setScale(2);
        }
    }

    Response register(String userId, String password) {
        return post(
                "/auth/register",
                "",
                Map.of("name", userId, "email", userId + "@example.com", "user_id", userId, "password", password));
    }

    String login(String userId, String password) {
        Response response = post("/auth/login", "", Map.of("email", userId + "@example.com", "password", password));
        if (response.status() != 200) {
            throw new IllegalStateException("No token for " + userId + ": " + response.raw());
        }
        return response.text("token");
    }

    Response pay(String token, String receiver, BigDecimal amount, String key) {
        return post("/api/payment/initiate", token, Map.of("receiver_id", receiver, "amount", amount), key);
    }

    Response recharge(String token, BigDecimal amount, String key) {
        return post("/api/wallet/recharge", token, Map.of("amount", amount), key);
    }

    BigDecimal balance(String token) {
        Response response = get("/api/wallet/balance", token);
        if (response.status() != 200) {
            throw new IllegalStateException("No balance: " + response.raw());
        }
        return response.amount("balance");
    }

    Response get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    Response post(String path, String token, Map<String, Object> body) {
        return send(request(path, token).POST(json(body)).build());
    }

    Response post(String path, String token, Map<String, Object> body, String key) {
        return send(request(path, token)
                .header("Idempotency-Key", key)
                .POST(json(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(15))
                .header("Content-Type", "application/json");
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Map<String, Object> body) {
        try {
            return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Response send(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Response(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().map(),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
