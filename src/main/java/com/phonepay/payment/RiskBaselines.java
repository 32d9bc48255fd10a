package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import java.util.concurrent.CompletionStage;

/** Tells the fraud screen what is usual for a payer over the long run. */
public interface RiskBaselines {
    /**
     * Completes when the payer's slice has recorded it, or knew as much already. Fails where it does not answer in time.
     *
     * @param mean of all successful payments
     * @param payments how many they are; a lower count than is known changes nothing
     */
    CompletionStage<Void> learn(AccountId payer, Money mean, long payments);
}
