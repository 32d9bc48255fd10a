package com.phonepay.transaction;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;

/**
 * What was given back of one payment. Kept with it for the whole refund period, longer than any wallet remembers it.
 *
 * @param toMerchant the payee is a merchant: only then it can be given back
 * @param pending reserved by refunds that are not decided
 */
record Refunds(boolean toMerchant, Money refunded, Money pending) {
    static final Refunds NONE = new Refunds(false, Money.ZERO, Money.ZERO);

    Refunds {
        Invariant.check(!refunded.isNegative() && !pending.isNegative(), "a refund never runs backwards");
    }

    Refunds possible() {
        return new Refunds(true, refunded, pending);
    }

    Refunds reserved(Money amount) {
        return new Refunds(toMerchant, refunded, pending.plus(amount));
    }

    /** A commit makes the reservation a refund, an abort gives it back. */
    Refunds decided(Money amount, boolean commit) {
        return new Refunds(toMerchant, commit ? refunded.plus(amount) : refunded, pending.minus(amount));
    }

    Money remainingOf(Money amount) {
        return amount.minus(refunded).minus(pending);
    }
}
