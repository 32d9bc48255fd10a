package com.phonepay.testing;

import com.phonepay.payment.Passwords;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Passwords for tests that are not about hashing: salted by a counter, never slow. */
public final class QuickPasswords implements Passwords {
    private final AtomicInteger salt = new AtomicInteger();

    @Override
    public boolean isFull() {
        return false;
    }

    @Override
    public CompletionStage<String> hash(String password) {
        return CompletableFuture.completedFuture("$quick$" + salt.incrementAndGet() + "$" + password.hashCode());
    }

    @Override
    public CompletionStage<Boolean> verify(String password, String hash) {
        return CompletableFuture.completedFuture(hash.endsWith("$" + password.hashCode()));
    }

    @Override
    public CompletionStage<Boolean> verifyNobody(String password) {
        return CompletableFuture.completedFuture(false);
    }
}
