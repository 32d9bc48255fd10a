package com.phonepay.payment.cluster;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.PaymentOutcome;
import com.phonepay.payment.RefundOrder;
import com.phonepay.payment.Refunds;
import com.phonepay.payment.Reply;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.InitiateRefund;
import com.phonepay.transaction.QueryRefunds;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.transaction.RefundsView;
import com.phonepay.transaction.TransactionView;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives back by asking the transaction slice of the original, for as long as the caller has patience. */
public final class ClusterRefunds implements Refunds {
    private static final String EXPIRED = "request_expired";

    private final Asking asking;
    private final Slices slices;
    private final InstantSource clock;

    public ClusterRefunds(Asking asking, Slices slices, InstantSource clock) {
        this.asking = asking;
        this.slices = slices;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Reply<PaymentOutcome>> refund(RefundOrder order) {
        TransactionId original = order.original();
        TransactionId id = TransactionId.of(original.slice(), Digest.id("refund", original.value(), order.key()));
        Money amount = order.amount();
        String fingerprint = Digest.of(
                original.value(), amount == null ? "everything" : Long.toString(amount.paise()), order.note());
        long expiresAt = clock.millis() + asking.patience().expiry().toMillis();
        return asking.askAgain(
                        slices.transactions(id),
                        attempt ->
                                new InitiateRefund(id, original, fingerprint, amount, order.note(), attempt, expiresAt))
                .handle((answer, fault) -> fault == null && !isExpired(answer)
                        ? CompletableFuture.completedFuture(outcome(answer))
                        : lastLook(id))
                .thenCompose(stage -> stage);
    }

    private static Reply<PaymentOutcome> outcome(Answer answer) {
        return Answers.expect(answer, InitiateAnswer.class, told -> new PaymentOutcome(told.view(), told.replayed()));
    }

    private static boolean isExpired(Answer answer) {
        return answer instanceof Rejection rejection && rejection.code().equals(EXPIRED);
    }

    private CompletableFuture<Reply<PaymentOutcome>> lastLook(TransactionId id) {
        return asking.askOnce(
                        slices.transactions(id),
                        new QueryTransaction(id),
                        asking.patience().lastLook())
                .handle((answer, fault) -> answer instanceof TransactionView view
                        ? Reply.given(new PaymentOutcome(view, false))
                        : Reply.<PaymentOutcome>refused(Answers.OUTCOME_UNKNOWN))
                .toCompletableFuture();
    }

    @Override
    public CompletionStage<Reply<RefundsView>> of(TransactionId payment) {
        return asking.ask(slices.transactions(payment), new QueryRefunds(payment))
                .thenApply(answer -> Answers.expect(answer, RefundsView.class, view -> view));
    }
}
