package com.phonepay.fraud;

import com.phonepay.protocol.Terms;
import java.util.Optional;

/** One reason to doubt a payment. Deterministic: it sees the payer's history, the payment and the time, nothing else. */
interface FraudRule {
    /**
     * Looks at one payment.
     *
     * @param profile the payer's history, without the attempt that is examined
     * @param now slice time, milliseconds since 1970
     */
    Optional<RuleHit> examine(RiskProfile profile, Terms terms, long now);
}
