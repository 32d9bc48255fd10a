package com.phonepay.readmodel;

import com.phonepay.kernel.AccountId;
import com.phonepay.wallet.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A question about what happened to one account.
 *
 * @param direction only what left or what came in; null for both
 * @param limit at least one
 * @param after where the page before this one ended; null for the first page
 */
public record HistoryQuery(
        AccountId account,
        State state,
        Entry.@Nullable Type direction,
        Filter filter,
        int limit,
        @Nullable Cursor after) {

    /** Which outcomes are wanted. */
    public enum State {
        /** What moved money: the account's statement. */
        SUCCESS,
        FAILED,
        BLOCKED,
        /** The statement, and the attempts to pay that moved nothing. */
        ANY
    }

    public boolean wantsStatement() {
        return state == State.SUCCESS || state == State.ANY;
    }

    /** Attempts are the payer's affair: a payee hears only of money that came. */
    public boolean wantsAttempts() {
        return state != State.SUCCESS && direction != Entry.Type.CREDIT;
    }
}
