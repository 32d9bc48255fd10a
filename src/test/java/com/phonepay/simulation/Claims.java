package com.phonepay.simulation;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Role;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Vote;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.InitiateRefund;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.OpenPayouts;
import com.phonepay.wallet.PayoutAnswer;
import com.phonepay.wallet.Recharge;
import com.phonepay.wallet.RechargeAnswer;
import com.phonepay.wallet.WalletEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a message or an answer says, held against what is effected. An owner of long ago may still say what was true of
 * an earlier use of a key, so a statement may be about any use; about one use it must always be the same.
 */
final class Claims {
    private static final String ABORTED = "transaction_aborted";

    private final Book book;
    private final Ledger ledger;
    private final Settlements settlements;
    private final Map<TransactionId, Map<String, Boolean>> votes = new HashMap<>();
    private final Set<TransactionId> freed = new HashSet<>();
    private final Set<TransactionId> everForgotten = new HashSet<>();

    Claims(Book book, Ledger ledger, Settlements settlements) {
        this.book = book;
        this.ledger = ledger;
        this.settlements = settlements;
    }

    void freed(TransactionId id) {
        freed.add(id);
    }

    void forgotten(WalletEvent.TransactionForgotten event) {
        if (event.role() == Role.PAYER) {
            votes.remove(event.id());
            freed.remove(event.id());
            everForgotten.add(event.id());
        }
    }

    void sent(Message message, boolean stale) {
        if (message instanceof Capture capture) {
            committed(capture.terms(), message);
        } else if (message instanceof Credit credit) {
            committed(credit.terms(), message);
        } else if (message instanceof Release release) {
            boolean over = any(release.id(), use -> use.isAborted() || use.ended);
            Violation.unless(over, "RELEASE_WITHOUT_ABORT", message);
        } else if (message instanceof Hold hold && hold.terms().isRefund()) {
            boolean reserved = any(hold.terms().id(), use -> use.terms.equals(hold.terms()));
            Violation.unless(reserved, "REFUND_HELD_BEFORE_IT_IS_RESERVED", message);
        } else if (message instanceof Applied applied) {
            applied(applied);
        } else if (message instanceof Vote vote && vote.voter() == Role.PAYER) {
            voted(vote, stale);
        }
    }

    private void committed(Terms terms, Message message) {
        boolean decided = any(terms.id(), use -> use.isCommitted() && use.terms.equals(terms));
        Violation.unless(decided, "COMMIT_TOLD_WITHOUT_DECISION", message);
    }

    private void applied(Applied applied) {
        boolean done =
                switch (applied.step()) {
                    case CAPTURED -> any(applied.id(), use -> use.captured);
                    case CREDITED -> any(applied.id(), use -> use.credited);
                    case RELEASED -> ledger.wasEverFreed(applied.id());
                };
        Violation.unless(done, "ACKNOWLEDGED_WHAT_WAS_NOT_DONE", applied);
    }

    /** The payer's vote is for ever, until the decision frees the hold. */
    private void voted(Vote vote, boolean stale) {
        boolean yes = vote.isYes();
        if (yes) {
            boolean holds = ledger.wasEverHeld(vote.id(), vote.fingerprint());
            Violation.unless(holds, "YES_WITHOUT_HOLD", vote);
        }
        boolean ofAnEarlierUse = stale && everForgotten.contains(vote.id());
        if (ofAnEarlierUse || (!yes && ABORTED.equals(code(vote)))) {
            return;
        }
        Boolean before = votes.computeIfAbsent(vote.id(), id -> new HashMap<>()).put(vote.fingerprint(), yes);
        Violation.unless(before == null || before == yes, "VOTE_CHANGED", vote);
    }

    private static String code(Vote vote) {
        Rejection refusal = vote.refusal();
        return refusal == null ? "" : refusal.code();
    }

    void told(Asked asked, Answer answer) {
        if (answer instanceof InitiateAnswer initiated) {
            TransactionView view = initiated.view();
            boolean mine = asked.question() instanceof Initiate initiate
                    ? initiate.terms().equals(view.terms())
                    : asked.question() instanceof InitiateRefund refund && isOf(refund, view.terms());
            Violation.unless(mine, "ANSWER_FOR_ANOTHER_BODY", asked + " " + view);
            finalView(view, true);
        } else if (answer instanceof TransactionView view) {
            finalView(view, false);
        } else if (answer instanceof RechargeAnswer recharged) {
            recharged(asked, recharged);
        } else if (answer instanceof OpenPayouts open) {
            boolean held = open.oldest().stream().allMatch(settlements::wasHeld);
            Violation.unless(held, "BANK_TOLD_BEFORE_THE_HOLD_IS_DURABLE", open);
        } else if (answer instanceof PayoutAnswer payout) {
            Violation.unless(settlements.wasHeld(payout.payout()), "PAYOUT_TOLD_BEFORE_IT_IS_DURABLE", payout);
        } else if (answer instanceof BalanceView balance) {
            Violation.unless(!balance.available().isNegative(), "NEGATIVE_BALANCE_TOLD", balance);
        } else if (answer instanceof Rejection rejection) {
            rejected(asked, rejection);
        }
    }

    private static boolean isOf(InitiateRefund refund, Terms terms) {
        return refund.id().equals(terms.id())
                && refund.original().equals(terms.original())
                && refund.fingerprint().equals(terms.fingerprint())
                && (refund.amount() == null || refund.amount().equals(terms.amount()));
    }

    private void finalView(TransactionView view, boolean moved) {
        if (view.status() == TransactionStatus.PENDING) {
            Violation.unless(!moved, "PENDING_AS_FINAL", view);
            return;
        }
        boolean equal = any(
                view.terms().id(),
                use -> view.equals(use.view()) && (!moved || use.isAborted() || (use.captured && use.credited)));
        Violation.unless(equal, "TOLD_" + view.status() + "_AGAINST_THE_DECISION", view + " but " + told(view));
    }

    private String told(TransactionView view) {
        return book.uses(view.terms().id()).stream()
                .map(use -> use.view() + (use.captured ? " captured" : "") + (use.credited ? " credited" : ""))
                .toList()
                .toString();
    }

    private void recharged(Asked asked, RechargeAnswer answer) {
        WalletEvent.Recharged done = ledger.recharge(answer.entryId());
        boolean same = asked.question() instanceof Recharge recharge
                && done != null
                && done.fingerprint().equals(recharge.fingerprint())
                && done.amount().equals(recharge.amount())
                && answer.balanceAfter().paise() == ledger.balanceAfter(answer.entryId());
        Violation.unless(same, "RECHARGE_TOLD_WRONGLY", answer);
    }

    private void rejected(Asked asked, Rejection rejection) {
        if (asked.question() instanceof Initiate initiate) {
            Terms terms = initiate.terms();
            boolean other = any(terms.id(), use -> !use.terms.equals(terms));
            boolean reused = rejection.code().equals("idempotency_key_reused");
            Violation.unless(!reused || other, "REUSE_TOLD_OF_A_NEW_KEY", asked);
        } else if (asked.question() instanceof Recharge recharge
                && rejection.code().equals("idempotency_key_reused")) {
            WalletEvent.Recharged done = ledger.recharge(recharge.entryId());
            boolean other = done != null && !done.fingerprint().equals(recharge.fingerprint());
            Violation.unless(other, "REUSE_TOLD_OF_A_NEW_KEY", asked);
        }
    }

    private boolean any(TransactionId id, Predicate<Generation> holds) {
        for (Generation use : book.uses(id)) {
            if (holds.test(use)) {
                return true;
            }
        }
        return false;
    }
}
