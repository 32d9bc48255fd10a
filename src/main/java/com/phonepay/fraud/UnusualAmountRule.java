package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import java.util.Optional;

/** Far above what this payer usually pays. Says nothing before there is a history to compare with. */
record UnusualAmountRule(int times, Money floor) implements FraudRule {
    private static final int WEIGHT = 30;
    private static final int HISTORY_MIN = 5;

    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        if (profile.history() < HISTORY_MIN || !terms.amount().exceeds(floor)) {
            return Optional.empty();
        }
        // The same as amount > times * usual, in a form that cannot overflow.
        boolean unusual =
                (terms.amount().paise() - 1) / times >= profile.usualPayment().paise();
        return unusual
                ? Optional.of(new RuleHit("unusual_amount", WEIGHT, "The amount is far above your usual payments"))
                : Optional.empty();
    }
}
