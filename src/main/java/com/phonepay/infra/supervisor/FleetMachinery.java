package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import com.phonepay.infra.drill.Machinery;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Faults on the processes of the fleet: by signals, and by what a node does to itself when the supervisor asks. */
final class FleetMachinery implements Machinery {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final Layout layout;
    private final List<Integer> numbers;
    private final Fleet fleet;
    private final String token;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    FleetMachinery(Layout layout, ClusterPlan plan, Fleet fleet) {
        this.layout = layout;
        this.numbers = plan.numbers();
        this.fleet = fleet;
        this.token = fleet.token();
    }

    @Override
    public CompletableFuture<Void> kill(int node) {
        return fleet.killNode(node);
    }

    @Override
    public CompletableFuture<Void> stop(int node) {
        return fleet.stopNode(node);
    }

    @Override
    public CompletableFuture<Void> start(int node) {
        return fleet.startNode(node);
    }

    @Override
    public CompletableFuture<Void> pause(int node) {
        return signal(NodeCommand.name(node), "STOP");
    }

    @Override
    public CompletableFuture<Void> resume(int node) {
        return signal(NodeCommand.name(node), "CONT");
    }

    @Override
    public CompletableFuture<Void> pauseServer(String name) {
        return signal(name, "STOP");
    }

    @Override
    public CompletableFuture<Void> resumeServer(String name) {
        return signal(name, "CONT");
    }

    /** Both sides are told, so that neither hears the other; a node that is gone needs not be told. */
    @Override
    public CompletableFuture<Void> cutOff(int node, boolean cut) {
        var others = numbers.stream().filter(number -> number != node).toList();
        var all = others.stream()
                .map(other -> fault(other, cut ? "cut=" + address(node) : "heal=all"))
                .collect(Collectors.toList());
        all.add(fault(
                node, cut ? "cut=" + others.stream().map(this::address).collect(Collectors.joining(",")) : "heal=all"));
        return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new));
    }

    @Override
    public CompletableFuture<Void> lag(int node, int millis) {
        return fault(node, "lag=" + millis);
    }

    private String address(int node) {
        return "127.0.0.1:" + layout.arteryPort(node);
    }

    /** A node that does not answer has no fault to be reverted: it forgets all of them when it ends. */
    private CompletableFuture<Void> fault(int node, String what) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + layout.managementPort(node) + "/phonepay-faults?" + what))
                .timeout(LIMIT)
                .header("X-Supervisor-Token", token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return http.sendAsync(request, BodyHandlers.discarding())
                .<Void>thenApply(answer -> null)
                .exceptionally(gone -> null);
    }

    private CompletableFuture<Void> signal(String process, String signal) {
        return fleet.members().thenCompose(members -> {
            var member = members.get(process);
            var pid = member == null ? null : member.pid();
            if (pid == null) {
                return CompletableFuture.completedFuture(null);
            }
            try {
                return new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                        .start()
                        .onExit()
                        .thenApply(sent -> null);
            } catch (IOException e) {
                return CompletableFuture.failedFuture(e);
            }
        });
    }
}
