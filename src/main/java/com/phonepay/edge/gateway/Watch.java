package com.phonepay.edge.gateway;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.HttpsConnectionContext;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.settings.ConnectionPoolSettings;
import com.phonepay.edge.tls.HttpTls;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the rotation true: who is a member, ten times a second, and who answers, as often as each node's turn comes. */
final class Watch {
    private static final Duration TICK = Duration.ofMillis(100);
    private static final long PATIENCE_MS = 400;
    private static final long DRAIN_BYTES = 10_000;

    private final ActorSystem<?> system;
    private final ConnectionPoolSettings pool;
    private final String scheme;
    private final HttpsConnectionContext context;
    private final Rotation rotation;
    private final Supplier<List<Target.Node>> members;
    private final InstantSource clock;

    Watch(
            ActorSystem<?> system,
            ConnectionPoolSettings pool,
            HttpTls tls,
            Rotation rotation,
            Supplier<List<Target.Node>> members,
            InstantSource clock) {
        this.system = system;
        this.pool = pool;
        this.scheme = tls.scheme();
        this.context = tls.client(Http.get(system));
        this.rotation = rotation;
        this.members = members;
        this.clock = clock;
    }

    void start() {
        look();
        system.scheduler().scheduleWithFixedDelay(TICK, TICK, this::look, system.executionContext());
    }

    private void look() {
        rotation.members(members.get());
        long now = clock.millis();
        rotation.all().stream().filter(target -> target.isProbeDue(now)).forEach(target -> probe(target, now));
    }

    private void probe(Target target, long begun) {
        target.probing();
        Target.Node node = target.node();
        HttpRequest question = HttpRequest.create(scheme + "://" + node.host() + ":" + node.port() + "/health/serving");
        CompletionStage<Boolean> probed = Http.get(system)
                .singleRequest(question, context, pool, system.classicSystem().log())
                .thenCompose(answer -> answer.entity()
                        .toStrict(PATIENCE_MS, DRAIN_BYTES, system)
                        .thenApply(read -> answer.status().isSuccess()))
                .toCompletableFuture()
                .orTimeout(PATIENCE_MS, TimeUnit.MILLISECONDS);
        probed.whenComplete((serves, fault) -> judge(target, begun, serves, fault));
    }

    private void judge(Target target, long begun, @Nullable Boolean serves, @Nullable Throwable fault) {
        if (fault instanceof TimeoutException) {
            target.silent(begun, clock.millis());
        } else if (fault != null || !Boolean.TRUE.equals(serves)) {
            target.failed(clock.millis());
        } else {
            target.answered(clock.millis());
        }
    }
}
