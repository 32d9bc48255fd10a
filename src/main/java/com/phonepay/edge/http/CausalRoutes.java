package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.causal.Step;
import com.phonepay.causal.StepText;
import com.phonepay.kernel.TransactionId;
import com.phonepay.ops.everynode.EveryNode;
import com.phonepay.ops.everynode.NodeAnswer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The causal log of all nodes, put together when somebody asks. */
final class CausalRoutes {
    private static final int LIMIT = 200;
    private static final int LIMIT_MAX = 500;

    private final EveryNode everyNode;

    CausalRoutes(EveryNode everyNode) {
        this.everyNode = everyNode;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/admin/logs", Access.ADMIN, Load.OTHER, Set.of("transaction_id", "limit"), this::logs));
    }

    private CompletionStage<HttpResponse> logs(Exchange exchange) {
        String id = exchange.parameter("transaction_id").orElse("");
        if (!id.isEmpty() && !TransactionId.isWellFormed(id)) {
            throw new RefusedException(
                    ErrorCode.INVALID_FIELD, "The parameter transaction_id is not a transaction's id.");
        }
        int limit = limit(exchange);
        return everyNode
                .ask("causal", LIMIT_MAX + " " + id)
                .thenApply(answers -> Respond.json(200, json(answers, id, limit)));
    }

    private static int limit(Exchange exchange) {
        String text = exchange.parameter("limit").orElse(Integer.toString(LIMIT));
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > LIMIT_MAX) {
            throw new RefusedException(
                    ErrorCode.INVALID_FIELD, "The parameter limit is not between 1 and " + LIMIT_MAX + ".");
        }
        return Integer.parseInt(text);
    }

    private static JsonObject json(List<NodeAnswer> answers, String id, int limit) {
        List<Step> steps = inOrder(answers, id);
        // The newest of all, and the beginning of one transaction.
        boolean more = steps.size() > limit;
        List<Step> shown = !more
                ? steps
                : id.isEmpty() ? steps.subList(steps.size() - limit, steps.size()) : steps.subList(0, limit);
        return new JsonObject()
                .text("object", "list")
                .text("transaction_id", orNull(id))
                .objects("data", shown, CausalRoutes::step)
                .flag("has_more", more)
                .text("next_cursor", null)
                .objects("nodes", answers, CausalRoutes::node);
    }

    /** Every step once, whoever still had it: who took it, or who kept a copy. */
    private static List<Step> inOrder(List<NodeAnswer> answers, String id) {
        TreeSet<Step> steps = new TreeSet<>(Step.CAUSAL);
        answers.stream()
                .filter(answer -> answer.json().path("steps").isArray())
                .forEach(answer -> steps.addAll(StepText.read(answer.json().path("steps"))));
        return id.isEmpty() ? List.copyOf(steps) : withItsSlices(List.copyOf(steps), id);
    }

    /** Of all that happened to slices, what happened meanwhile to those that took part. */
    private static List<Step> withItsSlices(List<Step> steps, String id) {
        List<Step> its =
                steps.stream().filter(step -> step.transaction().equals(id)).toList();
        if (its.isEmpty()) {
            return its;
        }
        Set<String> services = its.stream().map(Step::service).collect(Collectors.toSet());
        long first = its.get(0).lamport();
        long last = its.get(its.size() - 1).lamport();
        return steps.stream()
                .filter(step -> step.transaction().equals(id)
                        || (services.contains(step.service()) && step.lamport() > first && step.lamport() < last))
                .toList();
    }

    private static void step(JsonObject json, Step step) {
        json.number("lamport", step.lamport())
                .time("at", step.at())
                .number("at_ms", step.at())
                .text("node", step.node())
                .text("service", step.service())
                .text("step", step.name())
                .text("event", step.event().name())
                .text("from", step.from())
                .text("to", step.to())
                .text("transaction_id", orNull(step.transaction()))
                .text("request_id", orNull(step.request()))
                .text("detail", orNull(step.detail()));
    }

    private static void node(JsonObject json, NodeAnswer answer) {
        json.text("node", answer.name())
                .flag("answered", answer.hasAnswered())
                .number("kept", answer.json().path("kept").asLong())
                .number("lost", answer.json().path("lost").asLong())
                .number("not_copied", answer.json().path("notCopied").asLong());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
