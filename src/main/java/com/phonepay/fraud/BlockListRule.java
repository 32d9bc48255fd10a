package com.phonepay.fraud;

import com.phonepay.protocol.Terms;
import java.util.Optional;
import java.util.Set;

/** Accounts that an operator blocked may not pay; configured ones may neither pay nor be paid. Blocks by itself. */
record BlockListRule(Set<String> accounts) implements FraudRule {
    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        if (profile.isBlocked() || accounts.contains(terms.payer().value())) {
            return Optional.of(new RuleHit("blocked_account", Score.MAX, "This account is blocked"));
        }
        if (accounts.contains(terms.payee().value())) {
            return Optional.of(new RuleHit("blocked_payee", Score.MAX, "The receiver is blocked"));
        }
        return Optional.empty();
    }
}
