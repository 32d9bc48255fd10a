package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import java.util.Optional;

/** A large amount, whoever pays it. Never enough to block by itself. */
record LargeAmountRule(Money limit) implements FraudRule {
    private static final int WEIGHT = 40;

    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        return terms.amount().exceeds(limit)
                ? Optional.of(new RuleHit("large_amount", WEIGHT, "The amount is large"))
                : Optional.empty();
    }
}
