package com.phonepay.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.ops.everynode.NodeAnswer;
import java.util.List;

/** {@code GET /admin/gateway-cluster}: the members, and what each says of its slices and its load. */
final class MembersView {
    private MembersView() {}

    static JsonObject json(List<NodeAnswer> nodes, List<NodeAnswer> gateways) {
        String primary = ClusterRoutes.primary(nodes);
        String leader = nodes.stream()
                .filter(NodeAnswer::leader)
                .map(NodeAnswer::name)
                .findFirst()
                .orElse("");
        return new JsonObject()
                .text("leader", leader)
                .object(
                        "coordinator",
                        new JsonObject().text("primary", primary).text("backup", ClusterRoutes.backup(nodes, primary)))
                .objects("members", nodes, (item, node) -> member(item, node, primary, inFlight(gateways, node)));
    }

    private static void member(JsonObject json, NodeAnswer node, String primary, long inFlight) {
        JsonNode said = node.json();
        int shards = 0;
        JsonObject slices = new JsonObject();
        for (var type : said.path("slices").properties()) {
            shards += type.getValue().size();
            slices.numbers(type.getKey(), type.getValue());
        }
        JsonNode load = said.path("load");
        json.text("node", node.name())
                .text("address", node.address())
                .texts("roles", node.roles())
                .text("state", node.state())
                .flag("reachable", node.reachable())
                .flag("answering", node.hasAnswered())
                .number("http_port", node.httpPort())
                .number("gateway_port", node.gatewayPort())
                .flag("leader", node.leader())
                .flag("coordinator", node.name().equals(primary))
                .number("shards", shards)
                .object("slices", slices)
                .object("load", load(load, inFlight))
                .number("uptime_seconds", load.path("uptimeSeconds").asLong());
    }

    private static JsonObject load(JsonNode load, long inFlight) {
        return new JsonObject()
                .number("cpu", load.path("cpu").asDouble())
                .number("heap_used_mb", load.path("heapUsedMb").asLong())
                .number("heap_max_mb", load.path("heapMaxMb").asLong())
                .number("requests_in_flight", inFlight);
    }

    private static long inFlight(List<NodeAnswer> gateways, NodeAnswer node) {
        long sum = 0;
        for (NodeAnswer gateway : gateways) {
            for (JsonNode target : gateway.json().path("targets")) {
                if (target.path("node").asText().equals(node.name())) {
                    sum += target.path("in_flight").asLong();
                }
            }
        }
        return sum;
    }
}
