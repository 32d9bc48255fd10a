package com.phonepay.payment.cluster;

import akka.actor.typed.ActorSystem;
import com.phonepay.fraud.LearnBaseline;
import com.phonepay.fraud.ProfileView;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.OverloadedException;
import com.phonepay.payment.RiskBaselines;
import com.phonepay.slice.SliceClient;
import java.util.concurrent.CompletionStage;

/** Tells the fraud slice of the payer. */
public final class ClusterBaselines implements RiskBaselines {
    private final Asking asking;
    private final Slices slices;

    public ClusterBaselines(SliceClient client, ActorSystem<?> system, Slices slices) {
        this.asking = new Asking(client, system, Patience.DEFAULT);
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
