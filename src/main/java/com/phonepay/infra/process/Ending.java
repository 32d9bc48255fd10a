package com.phonepay.infra.process;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** How a process is asked to end, and what happens when it does not. */
public enum Ending {
    /** It ended within the limit. */
    GRACEFUL,
    /** It did not end within the limit and was killed. */
    FORCED;

    /** Asks the process to end; kills it when it still runs after the limit. Completes when it is gone. */
    public static CompletableFuture<Ending> askThenForce(ProcessHandle process, Duration limit) {
        if (!process.isAlive()) {
            return CompletableFuture.completedFuture(GRACEFUL);
        }
        process.destroy();
        return process.onExit()
                .thenApply(gone -> GRACEFUL)
                .completeOnTimeout(FORCED, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(ending -> ending == GRACEFUL ? done(ending) : force(process));
    }

    private static CompletableFuture<Ending> force(ProcessHandle process) {
        process.destroyForcibly();
        return process.onExit().thenApply(gone -> FORCED);
    }

    private static CompletableFuture<Ending> done(Ending ending) {
        return CompletableFuture.completedFuture(ending);
    }
}
