package com.phonepay.payment;

import java.util.concurrent.CompletionStage;

/** Slow, salted password hashing, off every thread that answers requests. */
public interface Passwords {
    /** True while one more would be refused. */
    boolean isFull();

    /** A hash in PHC form. Fails with {@link OverloadedException} where too many wait already. */
    CompletionStage<String> hash(String password);

    /** Whether the password is the one behind the hash. Fails with {@link OverloadedException} like {@link #hash}. */
    CompletionStage<Boolean> verify(String password, String hash);

    /** Takes as long as {@link #verify} and is never true, for people who do not exist. */
    CompletionStage<Boolean> verifyNobody(String password);
}
