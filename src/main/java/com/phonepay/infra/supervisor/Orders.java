package com.phonepay.infra.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** The orders that the supervisor takes. A new one is one line in this table. */
final class Orders {

    /** One order; its result becomes the answer's JSON. */
    interface Order {
        CompletableFuture<?> carryOut(JsonNode request);
    }

    private final Map<String, Order> table;

    Orders(StatusDesk desk, Fleet fleet, DrillDesk drills, Supplier<CompletableFuture<Void>> finish) {
        table = Map.ofEntries(
                Map.entry("status", request -> desk.report()),
                Map.entry("node-start", done(request -> fleet.startNode(number(request)))),
                Map.entry("node-stop", done(request -> fleet.stopNode(number(request)))),
                Map.entry("node-kill", done(request -> fleet.killNode(number(request)))),
                Map.entry("server-start", done(request -> fleet.startServer(server(request)))),
                Map.entry("server-stop", done(request -> fleet.stopServer(server(request)))),
                Map.entry("server-kill", done(request -> fleet.killServer(server(request)))),
                Map.entry("drill", drills::begin),
                Map.entry("fault", done(drills::fault)),
                Map.entry("drills", request -> drills.list()),
                Map.entry("drill-reset", request -> drills.reset()),
                Map.entry("down", done(request -> fleet.end())),
                Map.entry("finish", done(request -> finish.get())));
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

    private static String server(JsonNode request) {
        return request.path("server").asText();
    }

    private static Order done(Function<JsonNode, CompletableFuture<Void>> order) {
        return request -> order.apply(request).thenApply(nothing -> Map.of("done", true));
    }
}
