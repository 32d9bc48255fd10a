package com.phonepay.transaction;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Forget;
import com.phonepay.protocol.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a transactions slice does as time passes: asks again, gives up at the deadline, sends again, and forgets. */
final class Agenda {
    /** Bounds what one tick may do, so that a slice with much open work still answers in between. */
    private static final int PER_TICK_MAX = 200;

    private final Slices slices;
    private final Deadlines deadlines;
    private final FirstPhase first;
    private final SecondPhase second;

    Agenda(Slices slices, Deadlines deadlines, FirstPhase first, SecondPhase second) {
        this.slices = slices;
        this.deadlines = deadlines;
        this.first = first;
        this.second = second;
    }

    Outcome tick(TransactionsState state, long now) {
        Work work = new Work();
        for (TransactionsState.Timed timed : state.open()) {
            if (work.isEnough()) {
                break;
            }
            work.add(pursue(transaction(state, timed), now));
        }
        endedLongAgo(state, now, work);
        forgottenLongAgo(state, now, work);
        refundableLongAgo(state, now, work);
        return Outcome.of(work.events, work.effects);
    }

    private Outcome pursue(Transaction transaction, long now) {
        if (!transaction.isDecided() && now >= transaction.resolveBy()) {
            return second.abort(transaction, first.missing(transaction), null, now);
        }
        if (!isDue(transaction, now)) {
            return Outcome.nothing();
        }
        List<Effect> again = transaction.isDecided() ? second.carryOut(transaction) : first.askMissing(transaction);
        return Outcome.of(asked(transaction, now), again);
    }

    private void endedLongAgo(TransactionsState state, long now, Work work) {
        for (TransactionsState.Timed timed : state.ended()) {
            if (work.isEnough() || timed.at() + deadlines.endedKeptMs() > now) {
                break;
            }
            Transaction transaction = transaction(state, timed);
            if (isDue(transaction, now)) {
                work.add(Outcome.of(asked(transaction, now), permission(transaction)));
            }
        }
    }

    private List<Effect> permission(Transaction transaction) {
        TransactionId id = transaction.terms().id();
        return List.of(
                Effect.send(slices.wallets(transaction.terms().payer()), new Forget(id, Role.PAYER)),
                Effect.send(slices.wallets(transaction.terms().payee()), new Forget(id, Role.PAYEE)));
    }

    Outcome forgotten(@Nullable Transaction known, Role role, long now) {
        if (known == null || !known.hasEnded() || known.forgottenAt() != 0) {
            return Outcome.nothing();
        }
        TransactionId id = known.terms().id();
        Transaction.Chat after = known.chat().forgot(role);
        return after.payerForgot() && after.payeeForgot()
                ? Outcome.lazily(new TransactionEvent.ForgetConfirmed(id, now))
                : Outcome.of(new TransactionEvent.ForgetAcknowledged(id, role));
    }

    /** Kept for two message lives after the wallets forgot, so that no message still under way can start it anew. */
    private void forgottenLongAgo(TransactionsState state, long now, Work work) {
        for (TransactionsState.Timed timed : state.forgotten()) {
            if (work.isEnough() || timed.at() + 2 * deadlines.messageLifeMs() > now) {
                break;
            }
            work.add(Outcome.lazily(new TransactionEvent.TransactionForgotten(timed.id())));
        }
    }

    /** By then no refund can be undecided: each began within the period and is decided long before this. */
    private void refundableLongAgo(TransactionsState state, long now, Work work) {
        long since = now - deadlines.refundPeriodMs() - 2 * deadlines.messageLifeMs();
        for (TransactionsState.Timed timed : state.refundable()) {
            if (work.isEnough() || timed.at() > since) {
                break;
            }
            Transaction old = transaction(state, timed);
            boolean wallets = old.forgottenAt() + 2 * deadlines.messageLifeMs() <= now;
            if (wallets && !old.refunds().pending().isPositive()) {
                work.add(Outcome.lazily(new TransactionEvent.TransactionForgotten(timed.id())));
            }
        }
    }

    private boolean isDue(Transaction transaction, long now) {
        return now
                >= transaction.chat().askedAt()
                        + deadlines.pauseAfter(transaction.chat().attempt());
    }

    private static List<Event> asked(Transaction transaction, long now) {
        return List.of(new TransactionEvent.Asked(transaction.terms().id(), now));
    }

    private static Transaction transaction(TransactionsState state, TransactionsState.Timed timed) {
        return Invariant.present(state.get(timed.id()));
    }

    /** What one tick has gathered so far. */
    private static final class Work {
        final List<Event> events = new ArrayList<>();
        final List<Effect> effects = new ArrayList<>();
        private int pieces;

        void add(Outcome outcome) {
            if (!outcome.events().isEmpty()) {
                pieces++;
            }
            events.addAll(outcome.events());
            effects.addAll(outcome.effects());
        }

        boolean isEnough() {
            return pieces >= PER_TICK_MAX;
        }
    }
}
