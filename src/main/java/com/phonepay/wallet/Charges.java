package com.phonepay.wallet;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.FeePlan;

/**
 * What a window costs its merchant, and what is left. In whole paise: the fee is the merchant discount rate of what is
 * left of the payments after refunds (nothing where refunds outweigh them), the tax is the tax rate of that fee, each
 * rounded half up to the paisa on its own. Net is gross less refunds less fee less tax, and negative only where refunds
 * outweigh payments.
 */
public record Charges(Money fee, Money tax, Money net) {
    private static final long BASIS_POINTS = 10_000;

    static Charges of(FeePlan plan, Money gross, Money refunds) {
        Money left = gross.minus(refunds);
        Money fee = left.isPositive() ? share(left, plan.mdrBasisPoints()) : Money.ZERO;
        Money tax = share(fee, plan.taxBasisPoints());
        return new Charges(fee, tax, left.minus(fee).minus(tax));
    }

    private static Money share(Money amount, int basisPoints) {
        long parts = Math.multiplyExact(amount.paise(), (long) basisPoints);
        return Money.ofPaise(Math.addExact(parts, BASIS_POINTS / 2) / BASIS_POINTS);
    }

    Money sum() {
        return fee.plus(tax);
    }
}
