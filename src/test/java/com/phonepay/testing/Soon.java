package com.phonepay.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for something that other threads do, and fails where it never comes. */
public final class Soon {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LOOK_MILLIS = 20;

    private Soon() {}

    public static void until(Callable<Boolean> condition) {
        until(PATIENCE_SECONDS, condition);
    }

    static void until(long seconds, Callable<Boolean> condition) {
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try {
            while (!condition.call()) {
                if (System.nanoTime() > end || never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError("It did not come within " + seconds + " s");
                }
            }
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
