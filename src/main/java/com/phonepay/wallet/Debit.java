package com.phonepay.wallet;

import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Terms;
import org.jspecify.annotations.Nullable;

/**
 * What the payer's slice remembers of a transaction. A tombstone has no terms: the abort came before the prepare.
 *
 * @param inquiredAt when the wallet last asked what became of the hold; forgotten by recovery
 */
public record Debit(
        @Nullable Terms terms,
        State state,
        @Nullable Rejection refusal,
        long day,
        boolean inFirstDay,
        long heldAt,
        long inquiredAt) {
    /** HELD becomes CAPTURED or RELEASED; nothing else changes any more. */
    public enum State {
        HELD,
        REFUSED,
        CAPTURED,
        RELEASED
    }

    static Debit held(Terms terms, long day, boolean inFirstDay, long at) {
        return new Debit(terms, State.HELD, null, day, inFirstDay, at, 0);
    }

    static Debit refused(Terms terms, Rejection refusal) {
        return new Debit(terms, State.REFUSED, refusal, 0, false, 0, 0);
    }

    static Debit tombstone() {
        return new Debit(null, State.RELEASED, null, 0, false, 0, 0);
    }

    Debit ended(State end) {
        return new Debit(terms, end, refusal, day, inFirstDay, heldAt, 0);
    }

    Debit inquired(long at) {
        return new Debit(terms, state, refusal, day, inFirstDay, heldAt, at);
    }

    boolean isUnder(Terms asked) {
        return terms != null && terms.matches(asked);
    }
}
