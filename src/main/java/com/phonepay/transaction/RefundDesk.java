package com.phonepay.transaction;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Begins refunds. Their {@link TransactionEvent.Initiated} is the reservation on the original, so the first questions
 * leave only when it is released; from there a refund is a transaction like any other, with payer and payee exchanged.
 */
final class RefundDesk {
    private final Deadlines deadlines;
    private final FirstPhase first;

    RefundDesk(Deadlines deadlines, FirstPhase first) {
        this.deadlines = deadlines;
        this.first = first;
    }

    Outcome initiate(TransactionsState state, InitiateRefund refund, Caller caller, long now) {
        @Nullable Transaction known = state.get(refund.id());
        if (known != null) {
            boolean same = known.terms().fingerprint().equals(refund.fingerprint());
            return same
                    ? TransactionMachine.answerAgain(known, refund.attempt(), caller)
                    : refuse(caller, TransactionRejections.KEY_REUSED);
        }
        if (now > refund.expiresAt()) {
            return refuse(caller, TransactionRejections.EXPIRED);
        }
        @Nullable Transaction original = state.get(refund.original());
        @Nullable Rejection refusal = refuse(original, refund.amount(), now);
        return refusal == null ? begin(Invariant.present(original), refund, caller, now) : refuse(caller, refusal);
    }

    private static Outcome refuse(Caller caller, Rejection refusal) {
        return Outcome.effects(Effect.reply(caller, refusal));
    }

    private @Nullable Rejection refuse(@Nullable Transaction original, @Nullable Money amount, long now) {
        if (original == null) {
            return TransactionRejections.NOT_FOUND;
        }
        if (original.isPending()) {
            return TransactionRejections.PAYMENT_NOT_ENDED;
        }
        if (!original.isCommitted() || !original.refunds().toMerchant()) {
            return TransactionRejections.NOT_REFUNDABLE;
        }
        if (original.endedAt() + deadlines.refundPeriodMs() <= now) {
            return TransactionRejections.REFUND_PERIOD_OVER;
        }
        Money remaining = original.remaining();
        boolean fits = amount == null ? remaining.isPositive() : !amount.exceeds(remaining);
        return fits ? null : exceeds(original, remaining);
    }

    private static Rejection exceeds(Transaction original, Money remaining) {
        Map<String, String> facts = Map.of(
                "original", original.terms().amount().toRupees(),
                "refunded", original.refunds().refunded().toRupees(),
                "pending", original.refunds().pending().toRupees(),
                "remaining", remaining.toRupees());
        return new Rejection(
                "refund_exceeds_payment",
                Rejection.Kind.DECLINED,
                "Of this payment " + remaining.toRupees() + " rupees are left to be refunded.",
                facts);
    }

    private Outcome begin(Transaction original, InitiateRefund refund, Caller caller, long now) {
        Terms paid = original.terms();
        Money amount = refund.amount() == null ? original.remaining() : refund.amount();
        TransactionId id = refund.id();
        Terms terms = new Terms(
                id, refund.fingerprint(), paid.payee(), paid.payer(), amount, refund.note(), refund.original());
        List<Event> events = List.of(
                new TransactionEvent.Initiated(terms, now, now + deadlines.prepareMs()),
                new TransactionEvent.CallerJoined(id, caller, false),
                new TransactionEvent.Asked(id, now));
        return Outcome.of(events, first.askAll(terms));
    }

    static Outcome query(@Nullable Transaction known, Caller caller) {
        return Outcome.effects(
                Effect.reply(caller, known == null ? TransactionRejections.NOT_FOUND : known.refundsView()));
    }
}
