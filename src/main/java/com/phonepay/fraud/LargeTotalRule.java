package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.protocol.Terms;
import java.util.Optional;

/** Much money in a short time, in however many payments. Payments that failed are not in the total. */
record LargeTotalRule(Window window, Money limit) implements FraudRule {
    private static final int WEIGHT = 35;

    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        Money total = Score.saturated(profile.velocity().in(window, now).sum(), terms.amount());
        int hundredths = Score.graded(total.paise(), limit.paise(), WEIGHT);
        return hundredths > 0
                ? Optional.of(new RuleHit(
                        "large_total_" + window.code(), hundredths, "A large total within " + window.inWords()))
                : Optional.empty();
    }
}
