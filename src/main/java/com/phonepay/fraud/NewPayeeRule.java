package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import java.util.Optional;

/** A high first payment to somebody whom this payer has never paid with success. */
record NewPayeeRule(Money limit) implements FraudRule {
    private static final int WEIGHT = 20;

    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        return terms.amount().exceeds(limit) && !profile.knows(terms.payee())
                ? Optional.of(new RuleHit("new_payee", WEIGHT, "A high first payment to this receiver"))
                : Optional.empty();
    }
}
