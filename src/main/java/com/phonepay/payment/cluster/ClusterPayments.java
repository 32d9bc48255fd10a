package com.phonepay.payment.cluster;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.Account;
import com.phonepay.payment.Accounts;
import com.phonepay.payment.PaymentOrder;
import com.phonepay.payment.PaymentOutcome;
import com.phonepay.payment.Payments;
import com.phonepay.payment.Reply;
import com.phonepay.protocol.Terms;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.transaction.TransactionView;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Pays by asking the transaction slice of the payer, for as long as the caller has patience. */
public final class ClusterPayments implements Payments {
    private static final Rejection NOT_FOUND = Rejection.of(
            "transaction_not_found", Rejection.Kind.NOT_FOUND, "There is no such transaction among yours.");
    private static final Rejection SELF_PAYMENT =
            Rejection.of("self_payment", Rejection.Kind.INVALID, "You cannot pay yourself.");
    private static final String EXPIRED = "request_expired";

    private final Asking asking;
    private final Accounts accounts;
    private final Slices slices;
    private final InstantSource clock;

    public ClusterPayments(Asking asking, Accounts accounts, Slices slices, InstantSource clock) {
        this.asking = asking;
        this.accounts = accounts;
        this.slices = slices;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Reply<PaymentOutcome>> initiate(PaymentOrder order) {
        return Reply.andThen(accounts.resolve(order.receiver()), payee -> pay(order, payee));
    }

    private CompletionStage<Reply<PaymentOutcome>> pay(PaymentOrder order, Account payee) {
        if (payee.id().equals(order.payer())) {
            return Reply.refusedStage(SELF_PAYMENT);
        }
        Terms terms = terms(order, payee);
        long expiresAt = clock.millis() + asking.patience().expiry().toMillis();
        return asking.askAgain(slices.transactions(terms.id()), attempt -> new Initiate(terms, attempt, expiresAt))
                .handle((answer, fault) -> fault == null && !isExpired(answer)
                        ? CompletableFuture.completedFuture(outcome(answer))
                        : lastLook(terms.id()))
                .thenCompose(stage -> stage);
    }

    private Terms terms(PaymentOrder order, Account payee) {
        String payer = order.payer().value();
        TransactionId id = TransactionId.of(slices.of(payer), Digest.id("payment", payer, order.key()));
        String amount = Long.toString(order.amount().paise());
        String fingerprint = Digest.of(payer, payee.id().value(), amount, order.note());
        return new Terms(id, fingerprint, order.payer(), payee.id(), order.amount(), order.note());
    }

    private static Reply<PaymentOutcome> outcome(Answer answer) {
        return Answers.expect(answer, InitiateAnswer.class, told -> new PaymentOutcome(told.view(), told.replayed()));
    }

    private static boolean isExpired(Answer answer) {
        return answer instanceof Rejection rejection && rejection.code().equals(EXPIRED);
    }

    /** The caller's time is over. What is known to be begun is pending; what nobody knows may still be on its way. */
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
    public CompletionStage<Reply<TransactionView>> find(TransactionId id) {
        if (id.slice() >= slices.count()) {
            return Reply.refusedStage(NOT_FOUND);
        }
        SliceAddress slice = slices.transactions(id);
        return asking.ask(slice, new QueryTransaction(id))
                .thenApply(answer -> Answers.expect(answer, TransactionView.class, view -> view));
    }
}
