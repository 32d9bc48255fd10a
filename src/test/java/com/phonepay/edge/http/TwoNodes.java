package com.phonepay.edge.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.phonepay.ops.everynode.EveryNode;
import com.phonepay.ops.everynode.NodeAnswer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;

/** A cluster of two members that say the same, and a third that is silent. */
final class TwoNodes implements EveryNode {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void answer(String topic, UnaryOperator<String> answer) {
        throw new UnsupportedOperationException("nobody asks in this test");
    }

    @Override
    public CompletionStage<List<NodeAnswer>> ask(String topic, String argument) {
        if (topic.equals("causal")) {
            return CompletableFuture.completedFuture(
                    List.of(member(1, parse(prepare()), true), member(2, parse(prepare()), true), silent()));
        }
        JsonNode said = parse(topic.equals("node") ? node() : gateway());
        return CompletableFuture.completedFuture(List.of(
                member(1, said, true), member(2, parse(topic.equals("node") ? backup() : gateway()), true), silent()));
    }

    private static NodeAnswer member(int number, JsonNode json, boolean reachable) {
        return new NodeAnswer(
                "node-" + number,
                "127.0.0.1:2552" + number,
                "Up",
                List.of("gateway", "payment", "worker"),
                reachable,
                number == 1,
                number - 1,
                5000 + number,
                4990 + 10 * number,
                1.5,
                json);
    }

    private static NodeAnswer silent() {
        return member(3, MissingNode.getInstance(), false);
    }

    private static String node() {
        return """
                {"node":1,"state":"Up","serving":true,"coordinator":true,"slices":{"wallets":[0,2],"fraud":[1]},\
                "load":{"cpu":0.25,"heapUsedMb":100,"heapMaxMb":500,"uptimeSeconds":7}}""";
    }

    private static String backup() {
        return """
                {"node":2,"state":"Up","serving":true,"coordinator":false,"slices":{"wallets":[1,3]},\
                "load":{"cpu":0.5,"heapUsedMb":90,"heapMaxMb":500,"uptimeSeconds":6}}""";
    }

    /** One message: the node that sent it, and a copy of what the other one got. */
    private static String prepare() {
        String step =
                """
                {"lamport":%d,"at":1000,"node":"node-%d","service":"%s","name":"PREPARE","event":"%s",\
                "from":"transactions-3","to":"wallets-1","transaction":"T0003%s","request":"","detail":"hold"}""";
        String id = "ab".repeat(16);
        return "{\"steps\":[" + step.formatted(7, 2, "wallets-1", "RECEIVED", id) + ","
                + step.formatted(5, 1, "transactions-3", "SENT", id) + "],\"kept\":2,\"lost\":1,\"notCopied\":4}";
    }

    /** Each gateway sent ten requests to each node, each of ten milliseconds. */
    private static String gateway() {
        Histogram micros = new Histogram(60_000_000, 2);
        micros.recordValueWithCount(10_000, 10);
        ByteBuffer bytes = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
        int length = micros.encodeIntoCompressedByteBuffer(bytes);
        String window = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
        String target =
                """
                {"node":"node-%d","port":%d,"in_rotation":true,"requests":10,"errors":1,"retries":0,"in_flight":2,"window":"%s"}""";
        return "{\"requests\":20,\"window_seconds\":60,\"rate_limiter\":\"redis\",\"targets\":["
                + target.formatted(1, 5001, window) + "," + target.formatted(2, 5002, window) + "]}";
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
