package com.phonepay.coordinator.analytics;

import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.readmodel.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * A run that this node holds. Every step renews the hold; a store that does not answer is asked again until the hold is
 * over, and then the run counts as lost, since somebody else may have it.
 */
final class Held {
    private static final long ANSWER_SECONDS = 35;
    private static final long PAUSE_MILLIS = 500;

    private final Analytics store;
    private final InstantSource clock;
    private final Duration hold;
    /** Never opened: to wait at is to wait. */
    private final CountDownLatch pause = new CountDownLatch(1);

    private AnalyticsRun run;

    /** Somebody else has the run, or may have it. */
    static final class LostException extends RuntimeException {
        LostException(String run) {
            super("The run " + run + " is held by somebody else by now");
        }
    }

    Held(Analytics store, InstantSource clock, Duration hold, AnalyticsRun run) {
        this.store = store;
        this.clock = clock;
        this.hold = hold;
        this.run = run;
    }

    AnalyticsRun run() {
        return run;
    }

    /** Says that it is still held, where that was last said a third of the hold ago. */
    void renew() throws InterruptedException {
        if (run.heldUntil() - clock.millis() < hold.toMillis() * 2 / 3) {
            step(same -> same);
        }
    }

    void step(UnaryOperator<AnalyticsRun> change) throws InterruptedException {
        AnalyticsRun changed = change.apply(run);
        AnalyticsRun next = changed.isOpen() ? changed.held(clock.millis() + hold.toMillis()) : changed;
        persist(() -> store.replace(run, next), next.id());
        run = next;
    }

    /** Does something until it succeeds or the hold is over. */
    void persist(Work<Boolean> work, String what) throws InterruptedException {
        while (true) {
            try {
                if (!answer(work.begin())) {
                    throw new LostException(what);
                }
                return;
            } catch (UnavailableException waits) {
                if (clock.millis() >= run.heldUntil()) {
                    throw new LostException(what);
                }
                pause.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Begins something. */
    interface Work<T> {
        CompletionStage<T> begin();
    }

    static <T> T answer(CompletionStage<T> asked) throws InterruptedException {
        try {
            return asked.toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new UnavailableException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e.getCause());
        }
    }
}
