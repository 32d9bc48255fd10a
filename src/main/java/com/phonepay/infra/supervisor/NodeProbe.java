package com.phonepay.infra.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.JsonFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks a node what it is in the cluster. */
final class NodeProbe {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** What a node says of itself; a node that does not answer is Down. */
    record View(String state, List<String> roles, boolean coordinator) {
        static final View DOWN = new View("Down", List.of(), false);
    }

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    CompletableFuture<View> ask(int managementPort) {
        var question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/phonepay/status"))
                .timeout(LIMIT)
                .build();
        return http.sendAsync(question, BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == 200 ? parse(answer.body()) : View.DOWN)
                .exceptionally(silent -> View.DOWN);
    }

    private static View parse(String body) {
        try {
            var answer = JsonFiles.JSON.readTree(body);
            var roles = new ArrayList<String>();
            answer.path("roles").forEach(role -> roles.add(role.asText()));
            return new View(stateOf(answer), roles, answer.path("coordinator").asBoolean());
        } catch (IOException notJson) {
            return View.DOWN;
        }
    }

    private static String stateOf(JsonNode answer) {
        return answer.path("state").asText(View.DOWN.state());
    }
}
