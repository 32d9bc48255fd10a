package com.phonepay.infra.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The orders that the supervisor takes. A new one is one line in this table. */
final class Orders {

    /** One order; its result becomes the answer's JSON. */
    interface Order {
        CompletableFuture<?> carryOut(JsonNode request);
    }

    private final Map<String, Order> table;

    Orders(StatusDesk desk, Fleet fleet, Supplier<CompletableFuture<Void>> finish) {
        table = Map.of(
                "status", request -> desk.report(),
                "node-start", request -> fleet.startNode(number(request)).thenApply(Orders::done),
                "node-stop", request -> fleet.stopNode(number(request)).thenApply(Orders::done),
                "node-kill", request -> fleet.killNode(number(request)).thenApply(Orders::done),
                "down", request -> fleet.end().thenApply(Orders::done),
                "finish", request -> finish.get().thenApply(Orders::done));
    }

    CompletableFuture<?> carryOut(JsonNode request) {
        var name = request.path("order").asText();
        var order = table.get(name);
        return order == null
                ? CompletableFuture.failedFuture(new IllegalArgumentException(
                        "Unknown order \"" + name + "\"; known are " + new TreeSet<>(table.keySet())))
                : order.carryOut(request);
    }

    private static int number(JsonNode request) {
        return request.path("node").asInt();
    }

    private static Map<String, Boolean> done(Void nothing) {
        return Map.of("done", true);
    }
}
