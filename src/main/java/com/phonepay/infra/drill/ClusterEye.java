package com.phonepay.infra.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/** Looks at the cluster from outside: asks every node what it is and whom it sees. */
public final class ClusterEye {
    private static final Duration LIMIT = Duration.ofMillis(1500);
    private static final int TYPES = 4;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
    private final Layout layout;
    private final List<Integer> nodes;
    private final int slices;

    public ClusterEye(Layout layout, List<Integer> nodes, int slices) {
        this.layout = layout;
        this.nodes = nodes;
        this.slices = slices;
    }

    /** What the nodes that answered say of themselves, by number. */
    public record Sight(Map<Integer, JsonNode> answers, List<Integer> nodes, int slices) {
        /** The node that says that it runs the coordinator. */
        public Optional<Integer> coordinator() {
            return answers.entrySet().stream()
                    .filter(node -> node.getValue().path("coordinator").asBoolean())
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        /** The slices that a node owns, as {@code wallets-3}. */
        public Set<String> slicesOf(int node) {
            Set<String> owned = new TreeSet<>();
            JsonNode answer = answers.get(node);
            if (answer != null) {
                answer.path("slices").properties().forEach(type -> type.getValue()
                        .forEach(number -> owned.add(type.getKey() + "-" + number.asInt())));
            }
            return owned;
        }

        /** True where every slice is active on one of these nodes. */
        public boolean allOwnedBy(List<Integer> some) {
            Set<String> owned = new TreeSet<>();
            some.forEach(node -> owned.addAll(slicesOf(node)));
            return owned.size() == TYPES * slices;
        }

        /** What a node thinks of a member: its state, UNREACHABLE, or GONE; empty where the node does not answer. */
        public Optional<String> opinion(int node, String address) {
            JsonNode answer = answers.get(node);
            if (answer == null || !answer.has("members")) {
                return Optional.empty();
            }
            for (JsonNode member : answer.path("members")) {
                if (member.path("address").asText().equals(address)) {
                    String state = member.path("state").asText();
                    boolean reachable = member.path("reachable").asBoolean();
                    return Optional.of(reachable || state.equals("Down") ? state : "UNREACHABLE");
                }
            }
            return Optional.of("GONE");
        }

        /** True where all nodes are up, see each other, and own every slice together. */
        public boolean isWhole() {
            return answers.size() == nodes.size()
                    && answers.values().stream().allMatch(this::seesAll)
                    && coordinator().isPresent()
                    && allOwnedBy(nodes);
        }

        private boolean seesAll(JsonNode answer) {
            int up = 0;
            for (JsonNode member : answer.path("members")) {
                boolean fine = member.path("state").asText().equals("Up")
                        && member.path("reachable").asBoolean();
                up += fine ? 1 : 0;
            }
            return up == nodes.size()
                    && answer.path("members").size() == nodes.size()
                    && answer.path("serving").asBoolean();
        }
    }

    public Sight look() {
        Map<Integer, CompletableFuture<Optional<JsonNode>>> asked = new TreeMap<>();
        nodes.forEach(node -> asked.put(node, ask(node)));
        Map<Integer, JsonNode> answers = new TreeMap<>();
        asked.forEach((node, answer) -> answer.join().ifPresent(json -> answers.put(node, json)));
        return new Sight(answers, nodes, slices);
    }

    public String address(int node) {
        return "127.0.0.1:" + layout.arteryPort(node);
    }

    private CompletableFuture<Optional<JsonNode>> ask(int node) {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + layout.managementPort(node) + "/phonepay/status"))
                .timeout(LIMIT)
                .build();
        return http.sendAsync(question, BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() == 200 ? parse(answer.body()) : Optional.<JsonNode>empty())
                .exceptionally(silent -> Optional.empty());
    }

    private static Optional<JsonNode> parse(String body) {
        try {
            return Optional.of(JsonFiles.JSON.readTree(body));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }
}
