package com.phonepay.payment.cluster;

import com.phonepay.fraud.LearnBaseline;
import com.phonepay.fraud.ProfileView;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.OverloadedException;
import com.phonepay.payment.RiskBaselines;
import java.util.concurrent.CompletionStage;

/** Tells the fraud slice of the payer. */
public final class ClusterBaselines implements RiskBaselines {
    private final Asking asking;
    private final Slices slices;

    public ClusterBaselines(Asking asking, Slices slices) {
        this.asking = asking;
        this.slices = slices;
    }

    @Override
    public CompletionStage<Void> learn(AccountId payer, Money mean, long payments) {
        return asking.ask(slices.fraud(payer), new LearnBaseline(payer, mean, payments))
                .thenAccept(answer -> {
                    if (!(answer instanceof ProfileView)) {
                        throw new OverloadedException("the fraud slice of a payer did not take its baseline");
                    }
                });
    }
}
