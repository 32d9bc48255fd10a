package com.phonepay.edge.gateway;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.HttpsConnectionContext;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.settings.ConnectionPoolSettings;
import com.phonepay.edge.http.ErrorCode;
import com.phonepay.edge.http.HttpSteps;
import com.phonepay.edge.http.RefusedException;
import com.phonepay.edge.tls.HttpTls;
import java.net.ConnectException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request to the node whose turn it is. Where that node gives no answer, the request goes to one other node,
 * once, and only where that can not make it happen twice: it is safe, it is keyed, or it was never sent.
 */
final class Proxy {
    private final ActorSystem<?> system;
    private final Http http;
    private final HttpsConnectionContext context;
    private final String scheme;
    private final ConnectionPoolSettings pool;
    private final Rotation rotation;
    private final long patienceMs;
    private final InstantSource clock;
    private final HttpSteps steps;

    Proxy(
            ActorSystem<?> system,
            ConnectionPoolSettings pool,
            HttpTls tls,
            Rotation rotation,
            long patienceMs,
            InstantSource clock) {
        this.system = system;
        this.http = Http.get(system);
        this.context = tls.client(http);
        this.scheme = tls.scheme();
        this.pool = pool;
        this.rotation = rotation;
        this.patienceMs = patienceMs;
        this.clock = clock;
        this.steps = new HttpSteps(system);
    }

    /**
     * How often a request may happen.
     *
     * @param safe it changes nothing
     * @param keyed a repeat gives the first answer
     */
    record Repeats(boolean safe, boolean keyed) {
        boolean areHarmless() {
            return safe || keyed;
        }
    }

    /** A node's answer. Fails as unavailable, or as of unknown outcome where the request may have been taken. */
    CompletionStage<HttpResponse> forward(HttpRequest request, Repeats repeats) {
        Target first = rotation.next(null).orElseThrow(() -> new RefusedException(ErrorCode.UNAVAILABLE));
        Attempts attempts = new Attempts(steps, request);
        return attempt(request, first, attempts)
                .exceptionallyCompose(fault -> {
                    if (!repeats.areHarmless() && !wasNeverSent(fault)) {
                        return CompletableFuture.failedFuture(refusal(repeats, true));
                    }
                    return again(request, first, repeats, wasNeverSent(fault), attempts);
                })
                .whenComplete((answer, fault) -> {
                    if (fault != null) {
                        attempts.unanswered();
                    }
                });
    }

    private CompletionStage<HttpResponse> again(
            HttpRequest request, Target notThis, Repeats repeats, boolean firstWasNeverSent, Attempts attempts) {
        Target second = rotation.next(notThis).orElse(null);
        if (second == null) {
            return CompletableFuture.failedFuture(refusal(repeats, !firstWasNeverSent));
        }
        second.stats().retried();
        return attempt(request, second, attempts)
                .exceptionallyCompose(fault ->
                        CompletableFuture.failedFuture(refusal(repeats, !firstWasNeverSent || !wasNeverSent(fault))));
    }

    private static RefusedException refusal(Repeats repeats, boolean mayHaveHappened) {
        return new RefusedException(
                repeats.keyed() && mayHaveHappened ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.UNAVAILABLE);
    }

    private CompletionStage<HttpResponse> attempt(HttpRequest request, Target target, Attempts attempts) {
        long begun = System.nanoTime();
        target.stats().begin();
        return http.singleRequest(
                        Forwarding.at(attempts.sent(request, target.node()), scheme, target.node()),
                        context,
                        pool,
                        system.classicSystem().log())
                .toCompletableFuture()
                .orTimeout(patienceMs, TimeUnit.MILLISECONDS)
                .whenComplete((answer, fault) -> note(target, begun, answer, fault))
                .thenApply(answer -> {
                    attempts.answered(answer, target.node());
                    return Forwarding.toCaller(answer, target.node());
                });
    }

    private void note(Target target, long begun, @Nullable HttpResponse answer, @Nullable Throwable fault) {
        long now = clock.millis();
        boolean bad = answer == null || answer.status().intValue() >= 500;
        target.stats().end(System.nanoTime() - begun, bad, now);
        if (fault == null) {
            target.alive(now);
        } else {
            target.broke(now);
        }
    }

    private static boolean wasNeverSent(Throwable fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
