package com.phonepay.events;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import com.phonepay.slice.Position;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.TransactionEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one slice that have begun and not ended: an end alone does not say who paid whom. Small, because
 * a transaction ends within its deadline.
 */
final class OpenPayments {
    private final Map<TransactionId, Open> open = new LinkedHashMap<>();

    /** @param before where the journal stood before it was begun */
    private record Open(Terms terms, long initiatedAt, Position before, @Nullable Decision decision) {}

    /** The position after which everything that is still open was begun; empty where nothing is. */
    Optional<Position> oldest() {
        return open.values().stream().findFirst().map(Open::before);
    }

    /**
     * Notes an event from before the position that was reached, and after the one that {@link #oldest} named. What was
     * begun earlier has ended since, or it would be the oldest: its decision says nothing that is still needed.
     */
    void remember(TransactionEvent event, Position before) {
        boolean ofEnded = event instanceof TransactionEvent.Decided decided && !open.containsKey(decided.id());
        if (!ofEnded) {
            var unused = note(event, before);
        }
    }

    /** Notes the event; returns the outcome where the event is the end. */
    Optional<PaymentEnded> note(TransactionEvent event, Position before) {
        if (event instanceof TransactionEvent.Initiated initiated) {
            open.put(initiated.id(), new Open(initiated.terms(), initiated.at(), before, null));
        } else if (event instanceof TransactionEvent.Decided decided) {
            return decided(decided);
        } else if (event instanceof TransactionEvent.PresumedAborted aborted) {
            long at = aborted.decision().at();
            return Optional.of(failed(new Open(aborted.terms(), at, before, null), aborted.decision()));
        } else if (event instanceof TransactionEvent.Completed completed) {
            return completed(completed);
        }
        return Optional.empty();
    }

    private Optional<PaymentEnded> decided(TransactionEvent.Decided event) {
        Open known = known(event.id());
        if (event.decision().commit()) {
            open.put(event.id(), new Open(known.terms(), known.initiatedAt(), known.before(), event.decision()));
            return Optional.empty();
        }
        open.remove(event.id());
        return Optional.of(failed(known, event.decision()));
    }

    /** The end of an abort says nothing new: the outcome was told with its decision. */
    private Optional<PaymentEnded> completed(TransactionEvent.Completed event) {
        Open known = open.remove(event.id());
        return known == null
                ? Optional.empty()
                : Optional.of(ended(
                        known,
                        Invariant.present(known.decision()),
                        PaymentEnded.Status.SUCCESS,
                        event.at(),
                        Boolean.TRUE.equals(event.merchant())));
    }

    private Open known(TransactionId id) {
        return Invariant.present(open.get(id));
    }

    private static PaymentEnded failed(Open known, Decision decision) {
        Rejection refusal = decision.refusal();
        boolean blocked = refusal != null && refusal.code().equals("fraud");
        return ended(
                known,
                decision,
                blocked ? PaymentEnded.Status.BLOCKED : PaymentEnded.Status.FAILED,
                decision.at(),
                false);
    }

    private static PaymentEnded ended(
            Open known, Decision decision, PaymentEnded.Status status, long at, boolean toMerchant) {
        Terms terms = known.terms();
        Rejection refusal = decision.refusal();
        Verdict verdict = decision.verdict();
        return new PaymentEnded(
                terms.id().value(),
                terms.isRefund() ? PaymentEnded.Kind.REFUND : PaymentEnded.Kind.PAYMENT,
                status,
                terms.original() == null ? null : terms.original().value(),
                terms.payer().value(),
                terms.payee().value(),
                merchant(terms, toMerchant),
                terms.amount(),
                terms.note(),
                decision.utr(),
                verdict == null ? null : verdict.score(),
                refusal == null ? null : refusal.code(),
                verdict == null ? List.of() : verdict.reasons(),
                known.initiatedAt(),
                at);
    }

    /** The merchant's side of it: a refund's payer is one, a payment's payee where its slice has said so. */
    private static @Nullable String merchant(Terms terms, boolean toMerchant) {
        if (terms.isRefund()) {
            return terms.payer().value();
        }
        return toMerchant ? terms.payee().value() : null;
    }
}
