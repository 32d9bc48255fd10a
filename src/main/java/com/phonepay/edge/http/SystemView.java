package com.phonepay.edge.http;

import com.phonepay.ops.everynode.NodeAnswer;
import com.phonepay.payment.Services;
import java.util.List;
import java.util.Map;

/** {@code GET /admin/system-status}: ONLINE, LAGGING or OFFLINE, each word from an answer that came, late or not at all. */
final class SystemView {
    private static final double LAG_MS = 500;
    private static final Map<String, String> SERVICES = Map.of(
            "wallets", "wallet_service",
            "fraud", "fraud_service",
            "transactions", "transaction_service",
            "directory", "directory_service",
            "merchants", "merchant_service");

    private SystemView() {}

    /** A server that was asked. */
    record Measured(String name, boolean answered, double ms) {
        String word() {
            return SystemView.word(answered, ms);
        }
    }

    private static String word(boolean answered, double ms) {
        if (!answered) {
            return "OFFLINE";
        }
        return ms > LAG_MS ? "LAGGING" : "ONLINE";
    }

    static JsonObject json(List<NodeAnswer> nodes, List<Services.Health> services, List<Measured> servers) {
        String primary = ClusterRoutes.primary(nodes);
        String backup = ClusterRoutes.backup(nodes, primary);
        JsonObject json = new JsonObject()
                .text("payment_api_1", api(nodes, "node-1"))
                .text("payment_api_2", api(nodes, "node-2"))
                .text("coordinator_primary", node(nodes, primary))
                .text("coordinator_backup", node(nodes, backup));
        services.forEach(health -> json.text(SERVICES.getOrDefault(health.type(), health.type()), word(health)));
        if (services.stream().noneMatch(health -> health.type().equals("merchants"))) {
            // Merchants' money is in wallets; there is no other service of theirs that could fail.
            services.stream()
                    .filter(health -> health.type().equals("wallets"))
                    .forEach(health -> json.text("merchant_service", word(health)));
        }
        servers.forEach(server -> json.text(server.name(), server.word()));
        return json.object(
                        "coordinator", new JsonObject().text("primary", primary).text("backup", backup))
                .objects("nodes", nodes, (item, node) -> node(item, node, primary))
                .objects("services", services, SystemView::service)
                .objects("servers", servers, (item, server) -> item.text("name", server.name())
                        .text("status", server.word())
                        .token("ping_ms", ms(server.ms())));
    }

    private static String api(List<NodeAnswer> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .map(node -> word(node.json().path("serving").asBoolean(), node.roundTripMs()))
                .orElse("OFFLINE");
    }

    private static String node(List<NodeAnswer> nodes, String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .map(node -> word(node.hasAnswered(), node.roundTripMs()))
                .orElse("OFFLINE");
    }

    private static String word(Services.Health health) {
        if (health.answering() == 0) {
            return "OFFLINE";
        }
        return health.answering() < health.slices() ? "LAGGING" : word(true, health.slowestMs());
    }

    private static void node(JsonObject json, NodeAnswer node, String primary) {
        json.text("node", node.name())
                .text("address", node.address())
                .number("http_port", node.httpPort())
                .number("gateway_port", node.gatewayPort())
                .text("member_state", node.state())
                .flag("reachable", node.reachable())
                .text("status", word(node.hasAnswered(), node.roundTripMs()))
                .token("ping_ms", ms(node.roundTripMs()))
                .flag("coordinator", node.name().equals(primary));
    }

    private static void service(JsonObject json, Services.Health health) {
        json.text("name", SERVICES.getOrDefault(health.type(), health.type()))
                .text("status", word(health))
                .number("slices", health.slices())
                .number("answering", health.answering())
                .token("slowest_ms", ms(health.slowestMs()));
    }

    static String ms(double value) {
        return String.format(java.util.Locale.ROOT, "%.2f", value);
    }
}
