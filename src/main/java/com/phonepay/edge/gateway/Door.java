package com.phonepay.edge.gateway;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.model.HttpMethod;
import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.model.headers.RawHeader;
import akka.http.javadsl.model.headers.TimeoutAccess;
import akka.stream.javadsl.Sink;
import com.phonepay.edge.auth.Principal;
import com.phonepay.edge.gateway.Proxy.Repeats;
import com.phonepay.edge.http.Authentication;
import com.phonepay.edge.http.ErrorCode;
import com.phonepay.edge.http.Problem;
import com.phonepay.edge.http.RefusedException;
import com.phonepay.edge.http.Respond;
import com.phonepay.edge.http.Trace;
import com.phonepay.payment.Reply;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of every request through the gateway: a file of the console, or authenticated, read to its end and passed on.
 * Whatever goes wrong leaves as a problem, as it would at a node.
 */
final class Door {
    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String KEY = "Idempotency-Key";

    private final ActorSystem<?> system;
    private final GatewaySettings settings;
    private final Siblings siblings;
    private final FirstQuestions firstQuestions;
    private final ConsoleFiles console;
    private final Authentication authentication;
    private final RateLimits limits;
    private final Proxy proxy;
    private final BiPredicate<HttpMethod, String> keyed;
    private final AtomicInteger underWay = new AtomicInteger();

    Door(
            ActorSystem<?> system,
            GatewaySettings settings,
            Siblings siblings,
            Authentication authentication,
            RateLimits limits,
            Proxy proxy,
            BiPredicate<HttpMethod, String> keyed) {
        this.system = system;
        this.settings = settings;
        this.siblings = siblings;
        this.firstQuestions = new FirstQuestions(siblings, settings.demoLogins());
        this.console = new ConsoleFiles(settings.console(), siblings);
        this.authentication = authentication;
        this.limits = limits;
        this.proxy = proxy;
        this.keyed = keyed;
    }

    CompletionStage<HttpResponse> handle(HttpRequest request) {
        String path = request.getUri().path();
        Trace trace = Trace.of(request);
        answerTimeout(request, path, trace);
        if (underWay.incrementAndGet() > settings.inFlightMax()) {
            underWay.decrementAndGet();
            return refused(request, path, trace, new RefusedException(ErrorCode.OVERLOADED));
        }
        return response(request, path, trace)
                .exceptionallyCompose(fault -> refused(request, path, trace, Reply.cause(fault)))
                .thenApply(answer -> siblings.readable(request, answer))
                .whenComplete((answer, fault) -> underWay.decrementAndGet());
    }

    private CompletionStage<HttpResponse> response(HttpRequest request, String path, Trace trace) {
        try {
            var preflight = siblings.preflight(request);
            if (preflight.isPresent()) {
                return CompletableFuture.completedFuture(preflight.get());
            }
            if (!ApiPaths.isApi(path)) {
                return CompletableFuture.completedFuture(firstQuestions
                        .answer(request, path, trace)
                        .orElseGet(() -> console.answer(request, path, trace)));
            }
            return counted(request, path, trace);
        } catch (RefusedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Refusals are counted as well; else guessing would cost nothing. */
    private CompletionStage<HttpResponse> counted(HttpRequest request, String path, Trace trace) {
        Visitor visitor = visitor(request, path);
        CompletionStage<Budget> counting = limits.take(Forwarding.client(request), path, visitor.principal());
        return counting.toCompletableFuture().isDone()
                ? counting.thenCompose(budget -> within(budget, visitor, request, path, trace))
                : counting.thenComposeAsync(
                        budget -> within(budget, visitor, request, path, trace), system.executionContext());
    }

    private CompletionStage<HttpResponse> within(
            Budget budget, Visitor visitor, HttpRequest request, String path, Trace trace) {
        RefusedException refusal = budget.spent() ? budget.refusal() : visitor.refusal();
        CompletionStage<HttpResponse> answer =
                refusal == null ? carried(request, path, trace) : refused(request, path, trace, refusal);
        return budget.isLimited()
                ? answer.exceptionallyCompose(fault -> refused(request, path, trace, Reply.cause(fault)))
                        .thenApply(done -> done.addHeaders(budget.headers()))
                : answer;
    }

    /** Who asks, or why they may not. */
    private record Visitor(@Nullable Principal principal, @Nullable RefusedException refusal) {}

    private Visitor visitor(HttpRequest request, String path) {
        try {
            return new Visitor(authentication.admit(request, ApiPaths.access(path)), null);
        } catch (RefusedException e) {
            return new Visitor(null, e);
        }
    }

    private CompletionStage<HttpResponse> carried(HttpRequest request, String path, Trace trace) {
        HttpRequest known = withKey(request, path);
        return body(known).thenCompose(body -> passedOn(known, body, path, trace));
    }

    /** A caller without a key gets one here, so that the request can be repeated at another node. */
    private HttpRequest withKey(HttpRequest request, String path) {
        boolean needsOne =
                keyed.test(request.method(), path) && request.getHeader(KEY).isEmpty();
        return needsOne
                ? request.addHeader(RawHeader.create(KEY, UUID.randomUUID().toString()))
                : request;
    }

    private CompletionStage<RequestEntity> body(HttpRequest request) {
        if (request.entity().isStrict()
                && request.entity().getContentLengthOption().orElse(0) == 0) {
            return CompletableFuture.completedFuture(request.entity());
        }
        if (request.entity().getContentLengthOption().orElse(0) > settings.bodyBytesMax()) {
            return CompletableFuture.failedFuture(new RefusedException(ErrorCode.BODY_TOO_LARGE));
        }
        return request.entity()
                .toStrict(settings.bodyPatience().toMillis(), settings.bodyBytesMax(), system)
                .handle((strict, fault) -> {
                    if (fault != null) {
                        boolean late = Reply.cause(fault) instanceof TimeoutException;
                        throw new RefusedException(late ? ErrorCode.REQUEST_TIMED_OUT : ErrorCode.BODY_TOO_LARGE);
                    }
                    return strict;
                });
    }

    private CompletionStage<HttpResponse> passedOn(HttpRequest request, RequestEntity body, String path, Trace trace) {
        boolean isKeyed = keyed.test(request.method(), path);
        boolean isSafe =
                request.method().equals(HttpMethods.GET) || request.method().equals(HttpMethods.HEAD);
        HttpRequest onward =
                Forwarding.toNode(request, body, trace, settings.tls().scheme());
        return proxy.forward(onward, new Repeats(isSafe, isKeyed)).exceptionally(fault -> {
            HttpResponse problem = problem(Reply.cause(fault), path, trace);
            // Without its key nobody could repeat the request.
            return request.getHeader(KEY)
                    .filter(key -> isKeyed)
                    .map(key -> problem.addHeader(RawHeader.create(KEY, key.value())))
                    .orElse(problem);
        });
    }

    /** What was sent is read for a while, or its sender never gets to read the answer. */
    private CompletionStage<HttpResponse> refused(HttpRequest request, String path, Trace trace, Throwable fault) {
        HttpResponse answer = problem(fault, path, trace);
        if (request.entity().isStrict()) {
            return CompletableFuture.completedFuture(answer);
        }
        return request.entity()
                .withoutSizeLimit()
                .getDataBytes()
                .takeWithin(settings.bodyPatience())
                .runWith(Sink.ignore(), system)
                .handle((read, broken) -> answer);
    }

    private static HttpResponse problem(Throwable fault, String path, Trace trace) {
        if (fault instanceof RefusedException refused) {
            return Respond.finish(Respond.problem(refused.problem(), path, trace), trace);
        }
        LOG.error("Request {} failed at the gateway", trace.requestId(), fault);
        return Respond.finish(Respond.problem(Problem.of(ErrorCode.INTERNAL_ERROR), path, trace), trace);
    }

    private static void answerTimeout(HttpRequest request, String path, Trace trace) {
        ErrorCode code = request.method().name().equals("GET") ? ErrorCode.UNAVAILABLE : ErrorCode.OUTCOME_UNKNOWN;
        request.getHeader(TimeoutAccess.class).ifPresent(access -> access.timeoutAccess()
                .updateHandler(late -> problem(new RefusedException(code), path, trace)));
    }
}
