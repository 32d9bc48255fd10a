package com.phonepay.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.ops.everynode.NodeAnswer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** {@code GET /admin/lb-stats}: what all gateways together measured at each payment node. */
final class BalancerView {
    private static final long MICROS_MAX = 60_000_000;

    private BalancerView() {}

    /** The sums of one payment node. */
    private static final class Sums {
        private int port;
        private long requests;
        private long errors;
        private long retries;
        private long inFlight;
        private int gateways;
        private int inRotation;
        private final Histogram micros = new Histogram(MICROS_MAX, 2);

        void add(JsonNode target) {
            port = target.path("port").asInt();
            requests += target.path("requests").asLong();
            errors += target.path("errors").asLong();
            retries += target.path("retries").asLong();
            inFlight += target.path("in_flight").asLong();
            gateways++;
            inRotation += target.path("in_rotation").asBoolean() ? 1 : 0;
            addLatencies(target.path("window").asText());
        }

        private void addLatencies(String encoded) {
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
                micros.add(Histogram.decodeFromCompressedByteBuffer(bytes, MICROS_MAX));
            } catch (DataFormatException e) {
                throw new IllegalStateException("a gateway's histogram is ours", e);
            }
        }

        private String averageMs() {
            return SystemView.ms(micros.getTotalCount() == 0 ? 0 : micros.getMean() / 1_000);
        }

        private String p95Ms() {
            return SystemView.ms(micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(95) / 1_000.0);
        }

        private String state() {
            if (inRotation == 0) {
                return "OUT";
            }
            return inRotation == gateways ? "IN_ROTATION" : "PARTLY_OUT";
        }
    }

    static JsonObject json(List<NodeAnswer> answers) {
        TreeMap<String, Sums> nodes = new TreeMap<>();
        List<NodeAnswer> gateways = new ArrayList<>();
        int window = 60;
        for (NodeAnswer answer : answers) {
            if (answer.hasAnswered()) {
                gateways.add(answer);
                window = answer.json().path("window_seconds").asInt(window);
                for (JsonNode target : answer.json().path("targets")) {
                    nodes.computeIfAbsent(target.path("node").asText(), name -> new Sums())
                            .add(target);
                }
            }
        }
        return json(nodes, gateways, window);
    }

    private static JsonObject json(Map<String, Sums> nodes, List<NodeAnswer> gateways, int window) {
        JsonObject json = new JsonObject();
        int number = 0;
        for (Sums node : nodes.values()) {
            number++;
            if (number <= 2) {
                json.object(
                        "api_server_" + number,
                        new JsonObject()
                                .number("port", node.port)
                                .number("requests", node.requests)
                                .token("avg_latency", node.averageMs()));
            }
        }
        return json.objects(
                        "nodes", nodes.entrySet(), (item, node) -> node(item, node.getKey(), node.getValue(), window))
                .number("window_seconds", window)
                .objects("gateways", gateways, (item, gateway) -> item.text("node", gateway.name())
                        .number("port", gateway.gatewayPort())
                        .number("requests", gateway.json().path("requests").asLong())
                        .text(
                                "rate_limiter",
                                gateway.json().path("rate_limiter").asText("none")));
    }

    private static void node(JsonObject json, String name, Sums sums, int window) {
        json.text("node", name)
                .number("port", sums.port)
                .text("state", sums.state())
                .number("requests", sums.requests)
                .number("errors", sums.errors)
                .number("retries", sums.retries)
                .number("in_flight", sums.inFlight)
                .token("avg_latency", sums.averageMs())
                .token("p95_latency", sums.p95Ms())
                .token("requests_per_second", SystemView.ms(sums.micros.getTotalCount() / (double) window));
    }
}
