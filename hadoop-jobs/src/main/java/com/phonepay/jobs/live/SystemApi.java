package com.phonepay.jobs.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The API of a running system. Everything sent through it may be sent again: money moves under a key, and the rest is the
 * same the second time. So what is not answered, refused for now or still pending is repeated, after as long as the
 * answer says, until patience ends.
 */
final class SystemApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int PENDING = 202;
    private static final int TOO_MANY = 429;
    private static final int FAULT = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI base;
    private final Duration patience;
    private final Counts counts;

    /** What was answered last; 0 and no body where nothing ever was. */
    record Answer(int status, JsonNode body, String raw) {
        String text(String field) {
            return body.path(field).asText();
        }

        boolean isPending() {
            return status == PENDING || status == 0 || status == TOO_MANY || status >= FAULT;
        }
    }

    /** @param patience so long a request is repeated; being told to wait by a limit does not use it up */
    SystemApi(URI base, Duration patience, Counts counts) {
        this.base = base;
        this.patience = patience;
        this.counts = counts;
    }

    Answer post(String path, String token, Map<String, Object> body, String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return untilItIsFinal(request.build());
    }

    private Answer untilItIsFinal(HttpRequest request) throws InterruptedException {
        long left = patience.toSeconds();
        while (true) {
            long began = System.nanoTime();
            Told told = once(request);
            if (!told.answer().isPending()) {
                return told.answer();
            }
            if (told.answer().status() == TOO_MANY) {
                counts.waited(told.after());
            } else {
                left -= told.after() + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
                if (left < 0) {
                    return told.answer();
                }
                counts.repeated();
            }
            TimeUnit.SECONDS.sleep(told.after());
        }
    }

    private record Told(Answer answer, long after) {}

    private Told once(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            long after = response.headers().firstValueAsLong("Retry-After").orElse(1);
            JsonNode body = JSON.readTree(response.body().isEmpty() ? "{}" : response.body());
            return new Told(new Answer(response.statusCode(), body, response.body()), Math.max(1, after));
        } catch (IOException silent) {
            return new Told(new Answer(0, JSON.createObjectNode(), String.valueOf(silent)), 1);
        }
    }

    /** An answer that must be one of these, without which there is no history. */
    static Answer require(Answer answer, String what, int... statuses) throws IOException {
        for (int status : statuses) {
            if (answer.status() == status) {
                return answer;
            }
        }
        throw new IOException(what + " was answered " + answer.status() + ": " + answer.raw());
    }
}
