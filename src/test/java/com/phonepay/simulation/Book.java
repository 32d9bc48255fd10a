package com.phonepay.simulation;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.wallet.WalletEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All transactions as the effected rows tell them: one decision each, moved once, ended once. */
final class Book {
    private final Ledger ledger;
    private final Settlements settlements;
    private final Tally tally;
    private final Map<TransactionId, List<Generation>> uses = new HashMap<>();
    private final Map<TransactionId, Generation> open = new LinkedHashMap<>();
    private final Set<String> utrs = new HashSet<>();
    private final Set<Generation> refunded = new LinkedHashSet<>();
    private long inFlight;

    Book(Ledger ledger, Settlements settlements, Tally tally) {
        this.ledger = ledger;
        this.settlements = settlements;
        this.tally = tally;
    }

    List<Generation> uses(TransactionId id) {
        return uses.getOrDefault(id, List.of());
    }

    Map<TransactionId, Generation> open() {
        return open;
    }

    /** Everything that was ever given back, or was to be. */
    Set<Generation> refunded() {
        return refunded;
    }

    /** The use that is not forgotten, if there is one. */
    @Nullable
    Generation current(TransactionId id) {
        List<Generation> all = uses(id);
        @Nullable Generation last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last == null || last.forgotten ? null : last;
    }

    /** Captured and not yet credited, in paise, by the amounts that were decided. */
    long inFlight() {
        return inFlight;
    }

    void apply(TransactionEvent event) {
        if (event instanceof TransactionEvent.Initiated initiated) {
            begin(initiated.terms(), initiated.at(), initiated.resolveBy());
            reserve(initiated.terms());
        } else if (event instanceof TransactionEvent.PresumedAborted aborted) {
            long at = aborted.decision().at();
            begin(aborted.terms(), at, at).decision = aborted.decision();
            tally.count("presumed aborts");
        } else if (event instanceof TransactionEvent.Decided decided) {
            decided(decided);
        } else if (event instanceof TransactionEvent.Completed completed) {
            completed(completed.id());
        } else if (event instanceof TransactionEvent.ForgetConfirmed confirmed) {
            Violation.unless(use(confirmed.id()).ended, "FORGOTTEN_BEFORE_THE_END", confirmed);
        } else if (event instanceof TransactionEvent.TransactionForgotten forgotten) {
            Generation use = use(forgotten.id());
            Violation.unless(use.openRefunds == 0, "FORGOT_A_PAYMENT_THAT_IS_BEING_REFUNDED", forgotten);
            use.forgotten = true;
            tally.count("transactions forgotten");
        }
    }

    private Generation begin(Terms terms, long at, long resolveBy) {
        Violation.unless(current(terms.id()) == null, "INITIATED_TWICE", terms.id());
        countMeetings(terms);
        Generation use = new Generation(terms, at, resolveBy);
        uses.computeIfAbsent(terms.id(), id -> new ArrayList<>()).add(use);
        if (uses(terms.id()).size() > 1) {
            tally.count("keys used again after they were forgotten");
        }
        open.put(terms.id(), use);
        return use;
    }

    /** Whoever gives back more than was paid, undecided refunds included, has made money. */
    private void reserve(Terms refund) {
        if (refund.original() == null) {
            return;
        }
        Generation paid = use(refund.original());
        boolean refundable = paid.isCommitted()
                && paid.ended
                && !paid.terms.isRefund()
                && settlements.isMerchant(paid.terms.payee())
                && paid.terms.payee().equals(refund.payer())
                && paid.terms.payer().equals(refund.payee());
        Violation.unless(refundable, "REFUND_OF_WHAT_WAS_NOT_PAID", refund);
        paid.refunded += refund.amount().paise();
        Violation.unless(paid.refunded <= paid.terms.amount().paise(), "REFUNDED_MORE_THAN_PAID", refund);
        Violation.unless(refund.amount().isPositive(), "EMPTY_REFUND", refund);
        paid.openRefunds++;
        refunded.add(paid);
        tally.count("refunds begun");
    }

    private void refundDecided(Terms refund, boolean commit) {
        if (refund.original() != null) {
            Generation paid = use(refund.original());
            paid.openRefunds--;
            paid.refunded -= commit ? 0 : refund.amount().paise();
            tally.count(commit ? "refunds committed" : "refunds aborted");
        }
    }

    private void countMeetings(Terms terms) {
        for (Generation other : open.values()) {
            if (other.terms.payer().equals(terms.payee()) && other.terms.payee().equals(terms.payer())) {
                tally.hit(MatrixRow.R22_CROSSING_AND_SELF_PAYMENTS);
                return;
            }
        }
    }

    private void decided(TransactionEvent.Decided event) {
        Generation use = use(event.id());
        Violation.unless(use.decision == null, "TWO_DECISIONS", event + " after " + use.decision);
        use.decision = event.decision();
        refundDecided(use.terms, event.decision().commit());
        if (event.decision().commit()) {
            boolean isNew = utrs.add(String.valueOf(event.decision().utr()));
            Violation.unless(isNew, "UTR_TWICE", event);
            Violation.unless(ledger.isHeldUnder(use.terms), "COMMIT_WITHOUT_HOLD", event);
            tally.count("commits");
        } else {
            String code = event.decision().refusal() == null
                    ? "none"
                    : event.decision().refusal().code();
            tally.count("aborts " + code);
            if (code.equals("fraud_unavailable")) {
                tally.hit(MatrixRow.R17_FRAUD_LATE_OR_ASKED_TWICE);
            }
        }
    }

    private void completed(TransactionId id) {
        Generation use = use(id);
        Violation.unless(use.decision != null && !use.ended, "ENDED_TOO_EARLY", id);
        boolean moved = use.captured && use.credited;
        boolean untouched = !use.captured && !use.credited;
        Violation.unless(use.isCommitted() ? moved : untouched, "ENDED_WITHOUT_ITS_DECISION_CARRIED_OUT", id);
        Violation.unless(!ledger.isHeld(id), "ENDED_WITH_A_HOLD", id);
        use.ended = true;
        open.remove(id);
    }

    void captured(SliceAddress slice, WalletEvent.Captured event) {
        Generation use = use(event.id());
        Terms terms = use.terms;
        boolean asDecided = use.isCommitted()
                && terms.amount().equals(event.amount())
                && terms.payer().equals(event.payer())
                && terms.payee().equals(event.payee())
                && Product.SLICES.wallets(event.payer()).equals(slice);
        Violation.unless(asDecided, "CAPTURE_WITHOUT_COMMIT", event);
        Violation.unless(!use.captured, "CAPTURED_TWICE", event);
        use.captured = true;
        inFlight += event.amount().paise();
    }

    void credited(WalletEvent.Credited event) {
        Generation use = use(event.terms().id());
        Violation.unless(use.isCommitted() && use.terms.equals(event.terms()), "CREDIT_WITHOUT_COMMIT", event);
        Violation.unless(!use.credited, "CREDITED_TWICE", event);
        use.credited = true;
        inFlight -= event.terms().amount().paise();
    }

    private Generation use(TransactionId id) {
        @Nullable Generation use = current(id);
        Violation.unless(use != null, "UNKNOWN_TRANSACTION", id);
        return Invariant.present(use);
    }
}
