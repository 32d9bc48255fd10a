package com.phonepay.fraud;

import com.phonepay.kernel.Money;

/** Attempts, and how much was attempted. */
record Tally(int count, Money sum) {
    static final Tally NONE = new Tally(0, Money.ZERO);

    Tally plus(Tally other) {
        return new Tally(count + other.count, Score.saturated(sum, other.sum));
    }

    /** The attempt still counts, its money no longer. */
    Tally without(Money amount) {
        return new Tally(count, amount.exceeds(sum) ? Money.ZERO : sum.minus(amount));
    }
}
