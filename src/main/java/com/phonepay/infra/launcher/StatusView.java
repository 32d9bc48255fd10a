package com.phonepay.infra.launcher;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.supervisor.StatusReport;
import com.phonepay.infra.supervisor.StatusReport.NodeStatus;
import com.phonepay.infra.supervisor.StatusReport.ServerStatus;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The status of the cluster as people and as programs read it. */
final class StatusView {

    private final Layout layout;
    private final List<NodeStatus> nodes;
    private final List<ServerStatus> servers;

    StatusView(Layout layout, Optional<StatusReport> report) {
        this.layout = layout;
        nodes = report.map(StatusReport::nodes).orElse(List.of());
        servers = report.map(StatusReport::infrastructure).orElse(List.of());
    }

    /** The shape that programs rely on: nodes, infrastructure, urls and logins. */
    ObjectNode json() throws IOException {
        var json = JsonFiles.JSON.createObjectNode();
        var nodeArray = json.putArray("nodes");
        for (var node : nodes) {
            nodeArray.add(JsonFiles.JSON.<ObjectNode>valueToTree(node).without("restarts"));
        }
        var serverArray = json.putArray("infrastructure");
        for (var server : servers) {
            serverArray.add(JsonFiles.JSON.<ObjectNode>valueToTree(server).without("restarts"));
        }
        var urls = json.putObject("urls");
        if (!nodes.isEmpty()) {
            urls.put("api", apiUrl());
            urls.put("management", "http://127.0.0.1:" + layout.managementPort(1));
            gatewayUrl().ifPresent(url -> urls.put("gateway", url));
        }
        json.set("logins", JsonFiles.JSON.valueToTree(nodes.isEmpty() ? List.of() : DemoAccount.read(layout)));
        return json;
    }

    String text() {
        var text = new StringBuilder();
        line(text, "NODE", "STATE", "PID", "API", "GATEWAY", "MANAGEMENT", "");
        for (var node : nodes) {
            line(
                    text,
                    node.name(),
                    node.state(),
                    node.pid() == null ? "-" : node.pid(),
                    node.httpPort(),
                    node.gatewayPort() == null ? "-" : node.gatewayPort(),
                    node.managementPort(),
                    remarks(node));
        }
        for (var server : servers) {
            line(text, server.name(), "", server.pid() == null ? "-" : server.pid(), server.port(), "", "", "");
        }
        return text.toString();
    }

    String apiUrl() {
        return Https.of(layout).url(layout.httpPort(1));
    }

    Optional<String> gatewayUrl() {
        return nodes.stream()
                .map(NodeStatus::gatewayPort)
                .filter(Objects::nonNull)
                .findFirst()
                .map(port -> Https.of(layout).url(port));
    }

    private static String remarks(NodeStatus node) {
        var restarted = node.restarts() == 0 ? "" : "restarted " + node.restarts() + "x";
        return (node.coordinator() ? "coordinator " : "") + restarted;
    }

    private static void line(StringBuilder text, Object... cells) {
        var formatted = String.format(Locale.ROOT, "%-10s %-10s %8s %6s %8s %11s  %s", cells);
        text.append(formatted.stripTrailing()).append('\n');
    }
}
