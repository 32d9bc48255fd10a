package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Whether the process runs, and whether it can answer for money. The first never depends on anything else. */
final class HealthRoutes {
    private static final long PATIENCE_MS = 2_000;

    private final List<ReadinessCheck> checks;
    private final BooleanSupplier draining;

    HealthRoutes(List<ReadinessCheck> checks, BooleanSupplier draining) {
        this.checks = List.copyOf(checks);
        this.draining = draining;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/health/live", Access.PUBLIC, Load.NONE, Set.of(), this::live),
                Endpoint.get("/health/serving", Access.PUBLIC, Load.NONE, Set.of(), this::serving),
                Endpoint.get("/health/ready", Access.PUBLIC, Load.NONE, Set.of(), this::ready));
    }

    private CompletionStage<HttpResponse> live(Exchange exchange) {
        return CompletableFuture.completedFuture(Respond.json(200, new JsonObject().text("status", "UP")));
    }

    /** For load balancers: whether this node takes new requests. Slices that move do not count; others answer for them. */
    private CompletionStage<HttpResponse> serving(Exchange exchange) {
        boolean going = draining.getAsBoolean();
        JsonObject json = new JsonObject().text("status", going ? "DOWN" : "UP");
        return CompletableFuture.completedFuture(Respond.json(going ? 503 : 200, json));
    }

    private CompletionStage<HttpResponse> ready(Exchange exchange) {
        Map<String, CompletableFuture<Boolean>> looks = new LinkedHashMap<>();
        checks.forEach(check -> looks.put(check.name(), look(check)));
        return CompletableFuture.allOf(looks.values().toArray(CompletableFuture[]::new))
                .thenApply(done -> rendered(looks));
    }

    private static CompletableFuture<Boolean> look(ReadinessCheck check) {
        return CompletableFuture.completedFuture(check)
                .thenCompose(asked -> asked.isReady().get())
                .completeOnTimeout(false, PATIENCE_MS, TimeUnit.MILLISECONDS)
                .exceptionally(fault -> false);
    }

    private static HttpResponse rendered(Map<String, CompletableFuture<Boolean>> looks) {
        List<Map.Entry<String, Boolean>> results = new ArrayList<>();
        looks.forEach((name, look) -> results.add(Map.entry(name, look.join())));
        boolean ready = results.stream().allMatch(Map.Entry::getValue);
        JsonObject json = new JsonObject()
                .text("status", ready ? "UP" : "DOWN")
                .objects("checks", results, (check, result) -> check.text("name", result.getKey())
                        .text("status", result.getValue() ? "UP" : "DOWN"));
        return Respond.json(ready ? 200 : 503, json);
    }
}
