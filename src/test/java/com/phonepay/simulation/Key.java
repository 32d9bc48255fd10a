package com.phonepay.simulation;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;

/** A client's idempotency key, with the body it belongs to and another one that somebody may send by mistake. */
final class Key {
    /** A client does not repeat what is older; a day later a key is a new one. */
    private static final long REPEATED_FOR_MS = 12 * 3_600_000L;

    private static final long NEW_AGAIN_AFTER_MS = 30 * 3_600_000L;

    private final Terms terms;
    private final Terms other;
    private long firstUsed = Long.MIN_VALUE / 2;

    Key(AccountId payer, AccountId payee, AccountId otherPayee, long rupees, int number) {
        String hash = String.format("%032x", payer.value().hashCode() * 1_000_003L + number);
        TransactionId id = TransactionId.of(Product.SLICES.of(payer.value()), hash);
        this.terms = new Terms(id, "a", payer, payee, Money.ofRupees(rupees), "");
        this.other = new Terms(id, "b", payer, otherPayee, Money.ofRupees(rupees + 1), "");
    }

    Terms terms() {
        return terms;
    }

    Terms other() {
        return other;
    }

    TransactionId id() {
        return terms.id();
    }

    /** True where a client may send it now: for the first time, again, or as a key of another day. */
    boolean mayBeUsed(long now) {
        long age = now - firstUsed;
        if (age > NEW_AGAIN_AFTER_MS) {
            firstUsed = now;
            return true;
        }
        return age < REPEATED_FOR_MS;
    }
}
