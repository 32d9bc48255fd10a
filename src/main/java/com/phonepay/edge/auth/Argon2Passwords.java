package com.phonepay.edge.auth;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import com.phonepay.payment.OverloadedException;
import com.phonepay.payment.Passwords;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Argon2id on threads of its own with a short queue: a flood of log-ins must never take the processor away from
 * payments and heartbeats, and who waits too long is told so at once.
 */
public final class Argon2Passwords implements Passwords, AutoCloseable {
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID =
            Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);

    private final ThreadPoolExecutor threads;
    private final String nobody;

    /** The queue bounds how many wait beside those at work; two threads at 0.2 s each clear 32 in about three seconds. */
    public Argon2Passwords(int threadsMax, int queueMax) {
        AtomicInteger count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                threadsMax, threadsMax, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queueMax), work -> {
                    Thread thread = new Thread(work, "passwords-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        this.nobody = hashNow("the password of nobody");
    }

    @Override
    public boolean isFull() {
        return threads.getQueue().remainingCapacity() == 0;
    }

    @Override
    public CompletionStage<String> hash(String password) {
        return later(() -> hashNow(password));
    }

    @Override
    public CompletionStage<Boolean> verify(String password, String hash) {
        return later(() -> Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)));
    }

    @Override
    public CompletionStage<Boolean> verifyNobody(String password) {
        return verify(password, nobody).thenApply(whatever -> false);
    }

    private static String hashNow(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    private <T> CompletionStage<T> later(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(new OverloadedException("password checks"));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
