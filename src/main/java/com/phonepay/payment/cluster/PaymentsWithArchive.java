package com.phonepay.payment.cluster;

import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.PaymentOrder;
import com.phonepay.payment.PaymentOutcome;
import com.phonepay.payment.Payments;
import com.phonepay.payment.Reply;
import com.phonepay.payment.Timelines;
import com.phonepay.transaction.TransactionView;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Payments that are also found after their slice has forgotten them, a day and a little after their end. */
public final class PaymentsWithArchive implements Payments {
    private final Payments payments;
    private final Timelines timelines;

    public PaymentsWithArchive(Payments payments, Timelines timelines) {
        this.payments = payments;
        this.timelines = timelines;
    }

    @Override
    public CompletionStage<Reply<PaymentOutcome>> initiate(PaymentOrder order) {
        return payments.initiate(order);
    }

    @Override
    public CompletionStage<Reply<TransactionView>> find(TransactionId id) {
        return payments.find(id)
                .thenCompose(reply -> reply.fold(
                        view -> CompletableFuture.completedFuture(Reply.given(view)),
                        refusal -> archived(id, refusal)));
    }

    private CompletionStage<Reply<TransactionView>> archived(TransactionId id, Rejection refusal) {
        if (refusal.kind() != Rejection.Kind.NOT_FOUND) {
            return Reply.refusedStage(refusal);
        }
        return timelines.of(id).thenApply(steps -> ArchivedTransaction.of(id, steps)
                .map(Reply::given)
                .orElseGet(() -> Reply.refused(refusal)));
    }
}
