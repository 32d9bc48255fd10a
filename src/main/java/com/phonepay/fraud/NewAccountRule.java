package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import java.util.Optional;

/** A high payment from an account that has only just been opened. */
record NewAccountRule(Money limit, long newForMs) implements FraudRule {
    private static final int WEIGHT = 25;

    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        return terms.amount().exceeds(limit) && now - profile.knownSince() < newForMs
                ? Optional.of(new RuleHit("new_account", WEIGHT, "A high payment from a new account"))
                : Optional.empty();
    }
}
