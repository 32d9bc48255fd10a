package com.phonepay.infra.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The payment API as anybody on the network would use it. */
final class ApiClient {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int UNAVAILABLE = 503;

    private final HttpClient http;
    private final String base;

    /**
     * Calls one node.
     *
     * @param port on loopback
     */
    ApiClient(Https https, int port) {
        var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT);
        https.context().ifPresent(client::sslContext);
        this.http = client.build();
        this.base = https.url(port);
    }

    /** @param body the parsed answer, missing when it was not JSON */
    record Answer(int status, JsonNode body) {
        boolean isSuccess() {
            return status / 100 == 2;
        }

        String field(String name) {
            return body.path(name).asText();
        }
    }

    boolean isReady() {
        try {
            return send(request("/health/ready", Map.of()).GET().build()).status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    Answer get(String path, String token) throws IOException {
        return patiently(request(path, authorization(token)).GET().build());
    }

    /** Every call that this sends may be repeated: the API keeps repeats of one request apart from new ones. */
    Answer post(String path, Map<String, String> headers, Object body) throws IOException {
        var text = JsonFiles.JSON.writeValueAsString(body);
        return patiently(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    static Map<String, String> authorization(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    /** A cluster that has only just formed may answer "not yet" for a moment. */
    private Answer patiently(HttpRequest request) throws IOException {
        var attempt = new Attempt(request);
        Await.until(attempt, PATIENCE);
        return attempt.result();
    }

    private final class Attempt implements BooleanSupplier {
        private final HttpRequest request;
        private @Nullable Answer answer;
        private @Nullable IOException failure;

        Attempt(HttpRequest request) {
            this.request = request;
        }

        @Override
        public boolean getAsBoolean() {
            try {
                var received = send(request);
                answer = received;
                return received.status() != UNAVAILABLE;
            } catch (IOException e) {
                failure = e;
                return false;
            }
        }

        Answer result() throws IOException {
            if (answer != null) {
                return answer;
            }
            throw failure == null ? new IOException("no answer from " + request.uri()) : failure;
        }
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER_LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return new Answer(answer.statusCode(), parse(answer.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JsonFiles.JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
