package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.model.headers.TimeoutAccess;
import com.phonepay.edge.auth.Principal;
import com.phonepay.payment.OverloadedException;
import com.phonepay.payment.Reply;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every request: matched, admitted, authenticated, read, handled. Whatever goes wrong on the way leaves as a
 * problem, and every response carries the same headers. Nothing of Akka's own answers or of a stack gets out.
 */
final class RequestFlow {
    private static final Logger LOG = LoggerFactory.getLogger(RequestFlow.class);

    private final Gate gate;
    private final Map<Load, Admission> admissions;
    private final Authentication authentication;
    private final Bodies bodies;
    private final Audit audit;
    private final HttpSteps steps;

    RequestFlow(
            EndpointTable table,
            Map<Load, Admission> admissions,
            Authentication authentication,
            Bodies bodies,
            Audit audit,
            HttpSteps steps) {
        this.gate = new Gate(table);
        this.admissions = admissions;
        this.authentication = authentication;
        this.bodies = bodies;
        this.audit = audit;
        this.steps = steps;
    }

    CompletionStage<HttpResponse> handle(HttpRequest request) {
        Visit visit = new Visit(request);
        visit.answerTimeout();
        return visit.response()
                .exceptionally(fault -> visit.refusal(Reply.cause(fault)))
                .thenApply(visit::finish);
    }

    /** One request on its way through. */
    private final class Visit {
        private final HttpRequest request;
        private final String path;
        private final Trace trace;
        private final long arrived;
        // Told back with every answer once it is known, refusals included: without it nobody could repeat.
        private @Nullable String key;

        Visit(HttpRequest request) {
            this.request = request;
            this.path = request.getUri().path();
            this.trace = Trace.of(request);
            this.arrived = steps.arrived(request);
        }

        CompletionStage<HttpResponse> response() {
            try {
                EndpointTable.Match match = gate.match(request, path);
                gate.checkAccept(request, match.endpoint());
                Map<String, String> query = gate.query(request, match.endpoint());
                return admitted(match, query);
            } catch (RefusedException e) {
                return bodies.drained(request).thenCompose(done -> CompletableFuture.failedFuture(e));
            }
        }

        private CompletionStage<HttpResponse> admitted(EndpointTable.Match match, Map<String, String> query) {
            Admission admission = admissions.get(match.endpoint().load());
            if (admission == null) {
                return authenticated(match, query);
            }
            if (!admission.enter()) {
                throw new RefusedException(ErrorCode.OVERLOADED);
            }
            try {
                return authenticated(match, query).whenComplete((response, fault) -> admission.leave());
            } catch (RefusedException e) {
                admission.leave();
                throw e;
            }
        }

        private CompletionStage<HttpResponse> authenticated(EndpointTable.Match match, Map<String, String> query) {
            Endpoint endpoint = match.endpoint();
            Principal principal = authentication.admit(request, endpoint.access());
            if (endpoint.load() == Load.PAYMENT) {
                key = IdempotencyKey.of(request);
            }
            return body(endpoint)
                    .thenCompose(body -> audit.handle(
                            endpoint, new Exchange(request, match.variables(), query, principal, key, body), trace));
        }

        private CompletionStage<JsonBody> body(Endpoint endpoint) {
            return endpoint.takesBody()
                    ? bodies.read(request).thenApply(body -> body.allowOnly(endpoint.inputs()))
                    : bodies.drained(request).thenApply(done -> JsonBody.EMPTY);
        }

        HttpResponse refusal(Throwable fault) {
            return Respond.problem(problem(fault), path, trace);
        }

        private Problem problem(Throwable fault) {
            if (fault instanceof RefusedException refused) {
                return refused.problem();
            }
            if (fault instanceof OverloadedException) {
                return Problem.of(ErrorCode.OVERLOADED);
            }
            if (fault instanceof TimeoutException) {
                LOG.warn("Nobody answered request {}: {}", trace.requestId(), fault.getMessage());
                return Problem.of(ErrorCode.UNAVAILABLE);
            }
            LOG.error("Request {} failed", trace.requestId(), fault);
            return Problem.of(ErrorCode.INTERNAL_ERROR);
        }

        HttpResponse finish(HttpResponse response) {
            HttpResponse finished = Respond.finish(steps.leaves(response, request, arrived, trace.requestId()), trace);
            return key == null ? finished : finished.addHeader(RawHeader.create(IdempotencyKey.HEADER, key));
        }

        /** Replaces Akka's own answer for a request that takes too long. */
        void answerTimeout() {
            ErrorCode code = request.method().name().equals("GET") ? ErrorCode.UNAVAILABLE : ErrorCode.OUTCOME_UNKNOWN;
            request.getHeader(TimeoutAccess.class).ifPresent(access -> access.timeoutAccess()
                    .updateHandler(late -> finish(Respond.problem(Problem.of(code), path, trace))));
        }
    }
}
