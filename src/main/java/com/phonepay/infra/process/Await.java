package com.phonepay.infra.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition that nobody announces, such as a server that begins to answer. */
public final class Await {

    private static final long POLL_MILLIS = 100;

    private Await() {}

    /** Whether the condition became true within the limit. Asks about ten times a second. */
    public static boolean until(BooleanSupplier condition, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || !pause()) {
                return condition.getAsBoolean();
            }
        }
        return true;
    }

    /** Lets a tenth of a second pass. False when this thread is asked to stop. */
    public static boolean pause() {
        try {
            return !new CountDownLatch(1).await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
