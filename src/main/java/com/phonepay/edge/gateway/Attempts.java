package com.phonepay.edge.gateway;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import com.phonepay.edge.http.HttpSteps;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * To whom one request was passed on, for the causal log. What the request was about is known when a node answers; then
 * the attempts before are told too.
 */
final class Attempts {
    private final HttpSteps steps;
    private final String requestId;
    private final Queue<Attempt> untold = new ConcurrentLinkedQueue<>();

    private record Attempt(long lamport, String node) {}

    Attempts(HttpSteps steps, HttpRequest request) {
        this.steps = steps;
        this.requestId =
                request.getHeader("X-Request-Id").map(header -> header.value()).orElse("");
    }

    HttpRequest sent(HttpRequest request, Target.Node node) {
        long lamport = steps.tick();
        untold.add(new Attempt(lamport, node.name()));
        return HttpSteps.stamped(request, lamport);
    }

    void answered(HttpResponse answer, Target.Node node) {
        String transaction = steps.answered(answer, node.name(), requestId);
        if (!transaction.isEmpty()) {
            tell(transaction);
        }
    }

    /** Nobody has answered, so nobody knows here what it was about. */
    void unanswered() {
        tell("");
    }

    private void tell(String transaction) {
        Attempt attempt = untold.poll();
        while (attempt != null) {
            steps.forwarded(attempt.lamport(), attempt.node(), transaction, requestId);
            attempt = untold.poll();
        }
    }
}
