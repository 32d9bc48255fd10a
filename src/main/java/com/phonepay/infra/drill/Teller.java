package com.phonepay.infra.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Calls the public API of any node as a customer's program does. */
public final class Teller {
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final HttpClient http;
    private final Https https;
    private final int[] ports;

    /**
     * Calls these.
     *
     * @param ports the payment ports of all nodes, on loopback
     */
    public Teller(Https https, int... ports) {
        HttpClient.Builder client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(2));
        https.context().ifPresent(client::sslContext);
        this.http = client.build();
        this.https = https;
        this.ports = ports.clone();
    }

    /** An answer; status 0 where there was none. */
    public record Answer(int status, JsonNode body, String raw) {
        static final Answer NONE = new Answer(0, MissingNode.getInstance(), "");

        public String text(String field) {
            return body.path(field).asText();
        }
    }

    public CompletableFuture<Answer> post(int node, String path, Map<String, String> headers, Object body) {
        try {
            HttpRequest.Builder request = request(node, path, headers)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JsonFiles.JSON.writeValueAsString(body)));
            return send(request);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    public CompletableFuture<Answer> get(int node, String path, String token) {
        return send(
                request(node, path, Map.of("Authorization", "Bearer " + token)).GET());
    }

    private HttpRequest.Builder request(int node, String path, Map<String, String> headers) {
        int port = ports[Math.floorMod(node, ports.length)];
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(https.url(port) + path)).timeout(LIMIT);
        headers.forEach(request::header);
        return request;
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), BodyHandlers.ofString())
                .thenApply(answer -> new Answer(answer.statusCode(), parse(answer.body()), answer.body()))
                .exceptionally(silent -> Answer.NONE);
    }

    private static JsonNode parse(String body) {
        try {
            return JsonFiles.JSON.readTree(body);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
