package com.phonepay.fraud;

import com.phonepay.protocol.Terms;
import java.util.Optional;

/** Many attempts in a short time, whatever became of them. Twice the limit blocks by itself: no person is that quick. */
record RapidAttemptsRule(Window window, int limit) implements FraudRule {
    private static final int WEIGHT = 45;

    @Override
    public Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now) {
        long attempts = profile.velocity().in(window, now).count() + 1L;
        int hundredths = Score.graded(attempts, limit, WEIGHT);
        return hundredths > 0
                ? Optional.of(new RuleHit(
                        "rapid_attempts_" + window.code(), hundredths, "Many payments within " + window.inWords()))
                : Optional.empty();
    }
}
