package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.coordinator.ClusterOrders;
import com.phonepay.coordinator.drill.Drills;
import com.phonepay.payment.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The cluster as a whole, for administrators: hand-over, nodes in and out, drills, and the proof of the ledger. */
final class OperationRoutes {
    private static final String CONFIRM = "confirm";
    private static final String NODE = "node_id";
    private static final String SECONDS = "seconds";
    private static final String LAG = "lag_ms";
    private static final int SECONDS_MAX = 60;
    private static final int LAG_MAX = 5_000;

    private final ClusterOrders orders;

    OperationRoutes(ClusterOrders orders) {
        this.orders = orders;
    }

    List<Endpoint> endpoints() {
        return List.of(
                post("/admin/switch-leader", Set.of(), this::switchLeader),
                post("/admin/toggle-node", Set.of(NODE), this::toggle),
                post("/admin/drills", Set.of("kind", CONFIRM, NODE, SECONDS, LAG), this::drill),
                post("/admin/kill-coordinator", shortForm(), exchange -> drill(exchange, "kill-coordinator")),
                post("/admin/kill-backup-coordinator", shortForm(), exchange -> drill(exchange, "kill-backup")),
                post("/admin/simulate-lag", Set.of(CONFIRM, NODE, SECONDS, LAG), exchange -> drill(exchange, "lag")),
                post(
                        "/admin/reset-system",
                        Set.of(),
                        exchange -> accepted(orders.drills().reset())),
                get("/admin/drills", exchange -> given(orders.drills().list())),
                get("/admin/drills/{id}", exchange -> given(orders.drills().find(exchange.variable("id")))),
                get(
                        "/admin/ledger/proof",
                        exchange -> orders.proof().get().thenApply(proof -> Respond.json(200, proof))));
    }

    private static Set<String> shortForm() {
        return Set.of(CONFIRM, SECONDS);
    }

    private static Endpoint post(String path, Set<String> fields, Handler handler) {
        return Endpoint.post(path, Access.ADMIN, Load.OTHER, fields, handler);
    }

    private static Endpoint get(String path, Handler handler) {
        return Endpoint.get(path, Access.ADMIN, Load.OTHER, Set.of(), handler);
    }

    private CompletionStage<HttpResponse> switchLeader(Exchange exchange) {
        var handOver = Respond.orRefuse(orders.handOver().get());
        return CompletableFuture.completedFuture(Respond.json(
                202,
                new JsonObject()
                        .text("from", orders.nodeName().apply(handOver.from()))
                        .text("to", orders.nodeName().apply(handOver.to()))
                        .text("status", "REQUESTED")));
    }

    private CompletionStage<HttpResponse> toggle(Exchange exchange) {
        return accepted(orders.drills().toggle(node(Fields.required(exchange.body(), NODE))));
    }

    private CompletionStage<HttpResponse> drill(Exchange exchange) {
        return drill(exchange, Fields.required(exchange.body(), "kind"));
    }

    /** Whoever breaks something on purpose types what he is about to break. */
    private CompletionStage<HttpResponse> drill(Exchange exchange, String kind) {
        if (!Fields.optional(exchange.body(), CONFIRM).filter(kind::equals).isPresent()) {
            Problem problem = Problem.of(ErrorCode.CONFIRMATION_REQUIRED);
            throw new RefusedException(problem.withFacts(Map.of("expected", kind)));
        }
        return accepted(orders.drills()
                .begin(new Drills.Order(
                        kind,
                        Fields.optional(exchange.body(), NODE)
                                .map(OperationRoutes::node)
                                .orElse(0),
                        Fields.whole(exchange.body(), SECONDS, SECONDS_MAX).orElse(0),
                        Fields.whole(exchange.body(), LAG, LAG_MAX).orElse(0))));
    }

    /** {@code node-2} is node 2. */
    private static int node(String name) {
        if (!name.matches("node-[1-9][0-9]{0,3}")) {
            throw new RefusedException(ErrorCode.NODE_NOT_FOUND);
        }
        return Integer.parseInt(name.substring("node-".length()));
    }

    private static CompletionStage<HttpResponse> accepted(CompletionStage<Reply<String>> asked) {
        return asked.thenApply(reply -> Respond.json(202, Respond.orRefuse(reply)));
    }

    private static CompletionStage<HttpResponse> given(CompletionStage<Reply<String>> asked) {
        return asked.thenApply(reply -> Respond.json(200, Respond.orRefuse(reply)));
    }
}
