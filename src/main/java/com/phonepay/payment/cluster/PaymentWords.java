package com.phonepay.payment.cluster;

import com.phonepay.fraud.FraudEvent;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import com.phonepay.slice.journal.TimelineWord;
import com.phonepay.slice.journal.TimelineWords;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.WalletEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How each durable step of a payment is worded in its timeline. The facts of {@code Initiated} and {@code Decided} are
 * complete: a transaction that its slice has forgotten is told from them ({@link ArchivedTransaction}).
 */
public final class PaymentWords implements TimelineWords {
    private static final String COORDINATOR = "transaction";
    private static final String PAYER = "payer";
    private static final String PAYEE = "payee";

    @Override
    public Optional<TimelineWord> of(Event event) {
        if (event instanceof TransactionEvent ofTransaction) {
            return ofTransaction(ofTransaction);
        }
        return event instanceof WalletEvent ofWallet ? ofWallet(ofWallet) : ofFraud(event);
    }

    private static Optional<TimelineWord> ofTransaction(TransactionEvent event) {
        if (event instanceof TransactionEvent.Initiated initiated) {
            return word(initiated.id(), "Initiated", COORDINATOR, initiated(initiated));
        } else if (event instanceof TransactionEvent.Decided decided) {
            return decided(decided.id(), "Decided", new HashMap<>(), decided.decision());
        } else if (event instanceof TransactionEvent.PresumedAborted aborted) {
            long at = aborted.decision().at();
            Map<String, String> facts =
                    new HashMap<>(initiated(new TransactionEvent.Initiated(aborted.terms(), at, at)));
            return decided(aborted.id(), "PresumedAborted", facts, aborted.decision());
        } else if (event instanceof TransactionEvent.Completed completed) {
            return word(completed.id(), "Completed", COORDINATOR, Map.of());
        }
        return Optional.empty();
    }

    private static Map<String, String> initiated(TransactionEvent.Initiated event) {
        Terms terms = event.terms();
        Map<String, String> facts = new HashMap<>(Map.of(
                "payer", terms.payer().value(),
                "payee", terms.payee().value(),
                "amount", terms.amount().toRupees(),
                "note", terms.note(),
                "fingerprint", terms.fingerprint(),
                "initiated_at", Long.toString(event.at()),
                "resolve_by", Long.toString(event.resolveBy())));
        if (terms.original() != null) {
            facts.put("original", terms.original().value());
        }
        return Map.copyOf(facts);
    }

    private static Optional<TimelineWord> decided(
            TransactionId id, String what, Map<String, String> facts, Decision decision) {
        facts.put("decision", decision.commit() ? "COMMIT" : "ABORT");
        facts.put("decided_at", Long.toString(decision.at()));
        putUnlessNull(facts, "utr", decision.utr());
        Rejection refusal = decision.refusal();
        if (refusal != null) {
            facts.put("reason", refusal.code());
            facts.put("detail", refusal.detail());
        }
        if (decision.verdict() != null) {
            facts.put("fraud_score", Double.toString(decision.verdict().score()));
        }
        return Optional.of(new TimelineWord(id, what, COORDINATOR, Map.copyOf(facts), decision.utr()));
    }

    private static void putUnlessNull(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static Optional<TimelineWord> ofWallet(WalletEvent event) {
        if (event instanceof WalletEvent.Held held) {
            return word(held.terms().id(), "Held", PAYER, amount(held.terms()));
        } else if (event instanceof WalletEvent.HoldRefused refused) {
            return word(
                    refused.terms().id(),
                    "HoldRefused",
                    PAYER,
                    Map.of("reason", refused.refusal().code()));
        } else if (event instanceof WalletEvent.Captured captured) {
            return word(captured.id(), "Captured", PAYER, posting(captured));
        } else if (event instanceof WalletEvent.Credited credited) {
            return word(credited.terms().id(), "Credited", PAYEE, posting(credited));
        } else if (event instanceof WalletEvent.Released released) {
            return word(released.id(), "Released", PAYER, Map.of());
        }
        return Optional.empty();
    }

    private static Optional<TimelineWord> ofFraud(Event event) {
        return event instanceof FraudEvent.AttemptScreened screened
                ? word(
                        screened.attempt().id(),
                        "Screened",
                        "fraud",
                        Map.of(
                                "score",
                                Double.toString(screened.attempt().verdict().score())))
                : Optional.empty();
    }

    private static Map<String, String> amount(Terms terms) {
        return Map.of("amount", terms.amount().toRupees());
    }

    private static Map<String, String> posting(WalletEvent.Moving event) {
        return Map.of(
                "from", event.transfer().from().label(),
                "to", event.transfer().to().label(),
                "amount", event.transfer().amount().toRupees());
    }

    private static Optional<TimelineWord> word(TransactionId id, String what, String who, Map<String, String> facts) {
        return Optional.of(new TimelineWord(id, what, who, facts, null));
    }
}
