package com.phonepay.infra.supervisor;

import com.phonepay.infra.process.Backoff;
import com.phonepay.infra.process.Ending;
import com.phonepay.infra.process.ProcessIdentity;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One process and what is wished of it. While it is wished to run, it is started again after it dies; once it was
 * stopped or killed on request, it rests until it is wished to run again. Every method is called on the fleet's thread.
 */
final class Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Supervised.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    /** Starts the process. */
    interface Starter {
        Process start() throws IOException;
    }

    /** Learns what becomes of the process. */
    interface Watcher {
        void changed();

        /** The process ended without saying farewell. Completes when those who must know have been told. */
        CompletableFuture<Void> died(Supervised dead);
    }

    /** What a shell reports for a process that was killed: 128 and the signal's number. */
    private static final int KILLED = 128 + 9;

    private final String name;
    private final Starter starter;
    private final Watcher watcher;
    private final ScheduledExecutorService loop;
    private final Backoff backoff = new Backoff();

    private boolean wishedToRun;
    private boolean askedToLeave;
    private @Nullable Process process;
    private @Nullable ProcessIdentity identity;
    private long startedAt;
    private int restarts;
    private CompletableFuture<Void> gone = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> nextStart = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

    Supervised(String name, Starter starter, Watcher watcher, ScheduledExecutorService loop) {
        this.name = name;
        this.starter = starter;
        this.watcher = watcher;
        this.loop = loop;
    }

    String name() {
        return name;
    }

    Optional<ProcessIdentity> identity() {
        return Optional.ofNullable(identity);
    }

    /** How often it was started again after it died by itself. */
    int restarts() {
        return restarts;
    }

    /** Starts the process unless it runs. The news of its last death go first: they name an address, not a life. */
    void run() {
        wishedToRun = true;
        nextStart.cancel(false);
        nextStart = told.thenRunAsync(this::startIfWished, loop);
    }

    /** Ends the process as a power cut would. Completes when it is gone. */
    CompletableFuture<Void> kill() {
        wishedToRun = false;
        nextStart.cancel(false);
        if (process != null) {
            process.destroyForcibly();
        }
        return gone;
    }

    /** Asks the process to leave in good order and kills it after 30 seconds. Completes when it is gone. */
    CompletableFuture<Void> stop() {
        wishedToRun = false;
        nextStart.cancel(false);
        var running = process;
        if (running == null) {
            return gone;
        }
        askedToLeave = true;
        return Ending.askThenForce(running.toHandle(), STOP_LIMIT)
                .thenAcceptAsync(this::noteEnding, loop)
                .thenCompose(noted -> gone);
    }

    private void noteEnding(Ending ending) {
        if (ending == Ending.FORCED) {
            LOG.warn("{} did not stop within {} s and was killed", name, STOP_LIMIT.toSeconds());
        }
    }

    private void startIfWished() {
        if (!wishedToRun || process != null) {
            return;
        }
        startedAt = System.nanoTime();
        try {
            var started = starter.start();
            askedToLeave = false;
            process = started;
            identity = ProcessIdentity.of(started.pid()).orElse(null);
            LOG.info("{} started, process {}", name, started.pid());
            gone = started.onExit().thenAcceptAsync(this::ended, loop);
        } catch (IOException e) {
            LOG.error("{} could not be started", name, e);
            startLater();
        }
        watcher.changed();
    }

    private void ended(Process dead) {
        process = null;
        identity = null;
        boolean farewell = askedToLeave && dead.exitValue() != KILLED;
        LOG.info("{} ended with {}{}", name, dead.exitValue(), farewell ? "" : ", not in good order");
        told = farewell ? CompletableFuture.completedFuture(null) : watcher.died(this);
        watcher.changed();
        if (wishedToRun) {
            startLater();
        }
    }

    private void startLater() {
        var pause = backoff.after(Duration.ofNanos(System.nanoTime() - startedAt));
        restarts++;
        LOG.info("{} starts again in {} s", name, pause.toSeconds());
        var waited = CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, loop);
        nextStart = told.thenRunAsync(this::startIfWished, waited);
    }
}
