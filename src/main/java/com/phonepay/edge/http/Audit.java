package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpResponse;
import com.phonepay.ops.audit.AuditFact;
import com.phonepay.ops.audit.AuditTrail;
import com.phonepay.payment.Reply;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records every action of an administrator before it happens and when it is over. What can not be recorded is not done. */
final class Audit {
    private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
    private static final int WORDS_MAX = 500;

    private final AuditTrail trail;

    Audit(AuditTrail trail) {
        this.trail = trail;
    }

    CompletionStage<HttpResponse> handle(Endpoint endpoint, Exchange exchange, Trace trace) {
        if (endpoint.access() != Access.ADMIN || endpoint.method().equals(HttpMethods.GET)) {
            return endpoint.handler().handle(exchange);
        }
        return trail.append(fact(endpoint, exchange, trace, AuditFact.REQUESTED, 0))
                .exceptionally(fault -> {
                    LOG.error("An action could not be recorded, so it is refused", fault);
                    throw new RefusedException(ErrorCode.UNAVAILABLE);
                })
                .thenCompose(entry -> endpoint.handler().handle(exchange))
                .handle((response, fault) -> trail.append(
                                fact(endpoint, exchange, trace, AuditFact.DONE, status(response, fault)))
                        .handle((entry, lost) -> outcome(response, fault, lost)))
                .thenCompose(stage -> stage)
                .thenCompose(stage -> stage);
    }

    /** The action has happened, or failed, whatever became of its second entry; the first one says that it was asked for. */
    private static CompletionStage<HttpResponse> outcome(HttpResponse response, Throwable fault, Throwable lost) {
        if (lost != null) {
            LOG.error("The end of an action could not be recorded", lost);
        }
        return fault == null
                ? CompletableFuture.completedFuture(response)
                : CompletableFuture.failedFuture(Reply.cause(fault));
    }

    private static int status(HttpResponse response, Throwable fault) {
        if (fault == null) {
            return response.status().intValue();
        }
        return Reply.cause(fault) instanceof RefusedException refused
                ? refused.problem().code().status()
                : 500;
    }

    private static AuditFact fact(Endpoint endpoint, Exchange exchange, Trace trace, String phase, int status) {
        return new AuditFact(
                UUID.randomUUID().toString(),
                exchange.caller().account().value(),
                exchange.header("X-Forwarded-For").map(Audit::cut).orElse("direct"),
                endpoint.method().name() + " " + endpoint.template(),
                cut(exchange.request().getUri().path()),
                Fields.optional(exchange.body(), "reason").map(Audit::cut).orElse(""),
                phase,
                status,
                trace.requestId());
    }

    private static String cut(String text) {
        return text.length() <= WORDS_MAX ? text : text.substring(0, WORDS_MAX);
    }
}
