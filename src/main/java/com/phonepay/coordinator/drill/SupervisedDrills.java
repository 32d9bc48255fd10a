package com.phonepay.coordinator.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.phonepay.kernel.Rejection;
import com.phonepay.payment.Reply;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Passes orders on to the supervisor of a development cluster over its local socket: a line of JSON there, one back. */
public final class SupervisedDrills implements Drills {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String socket;
    private final String token;
    private final Executor executor;

    /**
     * Speaks to this supervisor.
     *
     * @param socket the supervisor's; empty where there is none
     * @param token what this node proves itself with
     * @param executor may be blocked while the supervisor works, some seconds for an order
     */
    public SupervisedDrills(String socket, String token, Executor executor) {
        this.socket = socket;
        this.token = token;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Reply<String>> begin(Order order) {
        ObjectNode request = order("drill").put("kind", order.kind()).put("node", order.node());
        if (order.seconds() > 0) {
            request.put("seconds", order.seconds());
        }
        if (order.lagMs() > 0) {
            request.put("lag_ms", order.lagMs());
        }
        return ask(request, JsonNode::toString);
    }

    @Override
    public CompletionStage<Reply<String>> list() {
        return ask(order("drills"), answer -> {
            ObjectNode list = JSON.createObjectNode().put("object", "list");
            list.setAll((ObjectNode) answer);
            return list.put("has_more", false).putNull("next_cursor").toString();
        });
    }

    @Override
    public CompletionStage<Reply<String>> find(String drillId) {
        return asked(order("drills"), answer -> {
            for (JsonNode report : answer.path("data")) {
                if (report.path("drill_id").asText().equals(drillId)) {
                    return Reply.given(report.toString());
                }
            }
            return Reply.refused(Refusals.DRILL_NOT_FOUND);
        });
    }

    @Override
    public CompletionStage<Reply<String>> reset() {
        return ask(order("drill-reset"), JsonNode::toString);
    }

    @Override
    public CompletionStage<Reply<String>> toggle(int node) {
        return asked(order("status"), status -> {
            JsonNode nodes = status.path("nodes");
            long running = 0;
            for (JsonNode each : nodes) {
                running += each.path("pid").isNumber() ? 1 : 0;
            }
            if (node < 1 || node > nodes.size()) {
                return Reply.refused(Refusals.NODE_NOT_FOUND);
            }
            boolean runs = nodes.path(node - 1).path("pid").isNumber();
            if (runs && running == 1) {
                return Reply.refused(Refusals.LAST_NODE);
            }
            executor.execute(() -> send(order(runs ? "node-stop" : "node-start").put("node", node)));
            return Reply.given(JSON.createObjectNode()
                    .put("node_id", "node-" + node)
                    .put("action", runs ? "TAKEN_OUT" : "BROUGHT_BACK")
                    .put("status", "REQUESTED")
                    .toString());
        });
    }

    private ObjectNode order(String name) {
        return JSON.createObjectNode().put("order", name).put("token", token).put("api", true);
    }

    private CompletionStage<Reply<String>> ask(ObjectNode order, Function<JsonNode, String> answer) {
        return asked(order, json -> Reply.given(answer.apply(json)));
    }

    private CompletionStage<Reply<String>> asked(ObjectNode order, Function<JsonNode, Reply<String>> answer) {
        if (socket.isEmpty()) {
            return Reply.refusedStage(Refusals.NO_SUPERVISOR);
        }
        return CompletableFuture.supplyAsync(() -> send(order), executor)
                .thenApply(json -> {
                    Rejection refusal = refusal(json);
                    return refusal == null ? answer.apply(json) : Reply.<String>refused(refusal);
                })
                .exceptionally(SupervisedDrills::silent);
    }

    private static Reply<String> silent(Throwable failure) {
        if (Reply.cause(failure) instanceof UncheckedIOException) {
            return Reply.refused(Refusals.NO_SUPERVISOR);
        }
        throw failure instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
    }

    private static @org.jspecify.annotations.Nullable Rejection refusal(JsonNode json) {
        if (json.has("code")) {
            return Refusals.of(json.path("code").asText(), json.path("why").asText());
        }
        return json.has("refused")
                ? Refusals.of("invalid_request", json.path("refused").asText())
                : null;
    }

    private JsonNode send(ObjectNode order) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(socket)))) {
            channel.write(ByteBuffer.wrap((JSON.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8)));
            String line = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new IOException("the supervisor ended before it answered");
            }
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the supervisor speaks JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
