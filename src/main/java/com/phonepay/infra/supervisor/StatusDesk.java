package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.EmbeddedServers;
import com.phonepay.infra.supervisor.StatusReport.NodeStatus;
import com.phonepay.infra.supervisor.StatusReport.ServerStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Puts the status of the cluster together: the processes from the fleet, their state from the nodes themselves. */
final class StatusDesk {

    /** The first port in an address, which may be one of several or a URI. */
    private static final Pattern PORT = Pattern.compile(":(\\d{1,5})");

    private static final List<String> CONFIGURED_ROLES = Arrays.asList(NodeCommand.ROLES.split(",", -1));

    private final Layout layout;
    private final ClusterPlan plan;
    private final Fleet fleet;
    private final NodeProbe probe = new NodeProbe();

    StatusDesk(Layout layout, ClusterPlan plan, Fleet fleet) {
        this.layout = layout;
        this.plan = plan;
        this.fleet = fleet;
    }

    CompletableFuture<StatusReport> report() {
        return fleet.members().thenCompose(this::report);
    }

    private CompletableFuture<StatusReport> report(Map<String, Fleet.Member> members) {
        var nodes = plan.numbers().stream().map(number -> node(number, members)).toList();
        return CompletableFuture.allOf(nodes.toArray(CompletableFuture<?>[]::new))
                .thenApply(asked -> new StatusReport(
                        ProcessHandle.current().pid(),
                        plan.profile(),
                        nodes.stream().map(CompletableFuture::join).toList(),
                        EmbeddedServers.all(layout).stream()
                                .map(server -> server(server, members))
                                .toList()));
    }

    private CompletableFuture<NodeStatus> node(int number, Map<String, Fleet.Member> members) {
        var member = members.getOrDefault(NodeCommand.name(number), NOBODY);
        var asked = member.pid() == null
                ? CompletableFuture.completedFuture(NodeProbe.View.DOWN)
                : probe.ask(layout.managementPort(number));
        return asked.thenApply(view -> node(number, member, view));
    }

    private NodeStatus node(int number, Fleet.Member member, NodeProbe.View view) {
        int gateway = layout.gatewayPort(number);
        return new NodeStatus(
                NodeCommand.name(number),
                view.roles().isEmpty() ? CONFIGURED_ROLES : view.roles(),
                member.pid(),
                layout.httpPort(number),
                member.pid() != null && Ports.somebodyListens(gateway) ? gateway : null,
                layout.managementPort(number),
                view.state(),
                view.coordinator(),
                member.restarts());
    }

    private ServerStatus server(EmbeddedServer server, Map<String, Fleet.Member> members) {
        var member = members.getOrDefault(server.name(), NOBODY);
        return new ServerStatus(server.name(), member.pid(), port(server), member.restarts());
    }

    private int port(EmbeddedServer server) {
        var found = PORT.matcher(plan.address(server));
        return found.find() ? Integer.parseInt(found.group(1)) : server.port();
    }

    private static final Fleet.Member NOBODY = new Fleet.Member(null, 0);
}
