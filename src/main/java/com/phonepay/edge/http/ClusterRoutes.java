package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.ops.everynode.EveryNode;
import com.phonepay.ops.everynode.NodeAnswer;
import com.phonepay.payment.Services;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** The cluster as an operator sees it, measured at the moment of the call: every node is asked. */
final class ClusterRoutes {
    private static final int PATIENCE_MS = 1_500;

    private final EveryNode everyNode;
    private final Services services;
    private final List<ReadinessCheck> servers;

    ClusterRoutes(EveryNode everyNode, Services services, List<ReadinessCheck> servers) {
        this.everyNode = everyNode;
        this.services = services;
        this.servers = List.copyOf(servers);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/admin/lb-stats", Access.ADMIN, Load.OTHER, Set.of(), exchange -> lbStats()),
                Endpoint.get("/admin/system-status", Access.ADMIN, Load.OTHER, Set.of(), exchange -> systemStatus()),
                Endpoint.get("/admin/gateway-cluster", Access.ADMIN, Load.OTHER, Set.of(), exchange -> members()));
    }

    private CompletionStage<HttpResponse> lbStats() {
        return everyNode.ask("gateway", "").thenApply(answers -> Respond.json(200, BalancerView.json(answers)));
    }

    private CompletionStage<HttpResponse> members() {
        return everyNode
                .ask("node", "")
                .thenCombine(everyNode.ask("gateway", ""), MembersView::json)
                .thenApply(json -> Respond.json(200, json));
    }

    private CompletionStage<HttpResponse> systemStatus() {
        Map<String, CompletableFuture<SystemView.Measured>> looks = new LinkedHashMap<>();
        servers.forEach(server -> looks.put(server.name(), look(server)));
        CompletableFuture<Void> looked = CompletableFuture.allOf(looks.values().toArray(CompletableFuture[]::new));
        CompletionStage<List<Services.Health>> health = services.look();
        return everyNode
                .ask("node", "")
                .thenCombine(health, (answers, types) -> Map.entry(answers, types))
                .thenCombine(looked, (both, done) -> {
                    List<SystemView.Measured> measured = new ArrayList<>();
                    looks.values().forEach(look -> measured.add(look.join()));
                    return Respond.json(200, SystemView.json(both.getKey(), both.getValue(), measured));
                });
    }

    private static CompletableFuture<SystemView.Measured> look(ReadinessCheck server) {
        long begun = System.nanoTime();
        return CompletableFuture.completedFuture(server)
                .thenCompose(asked -> asked.isReady().get())
                .completeOnTimeout(false, PATIENCE_MS, TimeUnit.MILLISECONDS)
                .exceptionally(fault -> false)
                .thenApply(there -> new SystemView.Measured(server.name(), there, (System.nanoTime() - begun) / 1e6));
    }

    /** The node that runs the coordinator, by its own word; empty where none says so at the moment. */
    static String primary(List<NodeAnswer> answers) {
        return answers.stream()
                .filter(answer -> answer.json().path("coordinator").asBoolean())
                .map(NodeAnswer::name)
                .findFirst()
                .orElse("");
    }

    /** Who takes over: the oldest of the other payment nodes that answer. */
    static String backup(List<NodeAnswer> answers, String primary) {
        return answers.stream()
                .filter(answer -> answer.hasAnswered() && answer.state().equals("Up"))
                .filter(answer ->
                        answer.roles().contains("payment") && !answer.name().equals(primary))
                .min(java.util.Comparator.comparingInt(NodeAnswer::age))
                .map(NodeAnswer::name)
                .orElse("");
    }
}
