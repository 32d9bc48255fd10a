package com.phonepay.payment;

import java.util.concurrent.CompletionStage;

/** Registers people, recognises them, and finds who an alias means. */
public interface Accounts extends Names {
    /**
     * Registers once per e-mail; repeated with the same e-mail and password it continues what was begun.
     *
     * <p>Refusals: {@code email_taken}, {@code user_id_taken}, {@code overloaded}, {@code outcome_unknown}.
     */
    CompletionStage<Reply<Account>> register(Registration registration);

    /**
     * Checks a password. Unknown e-mail and wrong password are the same refusal after the same work.
     *
     * <p>Refusals: {@code invalid_credentials}, {@code account_locked} (fact {@code retry_after} in seconds),
     * {@code overloaded}.
     */
    CompletionStage<Reply<Login>> login(String email, String password);

    /** As {@link Names}, from the directory itself. Refusals: {@code receiver_not_found}, {@code overloaded}. */
    @Override
    CompletionStage<Reply<Account>> resolve(String alias);
}
