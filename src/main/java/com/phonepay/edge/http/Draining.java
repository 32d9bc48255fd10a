package com.phonepay.edge.http;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Whether this server is about to close. It says so first and closes a moment later, so that every gateway has asked
 * meanwhile and sends nothing more.
 */
final class Draining {
    /** Longer than two probes of a gateway. */
    private static final Duration NOTICE = Duration.ofMillis(600);

    private volatile boolean begun;

    static Draining of(ActorSystem<?> system) {
        Draining draining = new Draining();
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseBeforeServiceUnbind(), "tell-the-gateways", () -> {
                    draining.begun = true;
                    CompletableFuture<Done> told = new CompletableFuture<>();
                    system.scheduler()
                            .scheduleOnce(NOTICE, () -> told.complete(Done.getInstance()), system.executionContext());
                    return told;
                });
        return draining;
    }

    boolean hasBegun() {
        return begun;
    }
}
