package com.phonepay.simulation;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.CanReceive;
import com.phonepay.protocol.Hold;
import com.phonepay.protocol.Screen;
import com.phonepay.protocol.Terms;
import com.phonepay.transaction.InitiateRefund;
import com.phonepay.transaction.QueryRefunds;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.transaction.RefundsView;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.transaction.TransactionView;
import com.phonepay.transaction.TransactionsState;
import java.util.ArrayList;
import java.util.List;

/** Coordinators of refunds with one rule broken each. */
final class BrokenRefunds {
    private BrokenRefunds() {}

    /** Counts what was given back, and not what is just being given back. */
    static Machine<TransactionsState> notReserving(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                if (!(message instanceof InitiateRefund refund) || !exceeds(outcome)) {
                    return outcome;
                }
                RefundsView view = (RefundsView) answer(machine, state, new QueryRefunds(refund.original()), moment);
                Money amount = refund.amount() == null ? view.amount() : refund.amount();
                Terms paid = ((TransactionView) answer(machine, state, new QueryTransaction(refund.original()), moment))
                        .terms();
                return amount.exceeds(view.amount().minus(view.refunded()))
                        ? outcome
                        : begin(refund, paid, amount, moment.now());
            }
        };
    }

    private static boolean exceeds(Outcome outcome) {
        return outcome.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Reply reply
                        && reply.answer() instanceof Rejection rejection
                        && rejection.code().equals("refund_exceeds_payment"));
    }

    private static Answer answer(
            Machine<TransactionsState> machine, TransactionsState state, Message question, Moment moment) {
        Outcome outcome = machine.decide(state, question, Caller.NOBODY, moment);
        return ((Effect.Reply) outcome.effects().get(0)).answer();
    }

    private static Outcome begin(InitiateRefund refund, Terms paid, Money amount, long now) {
        Terms terms = new Terms(
                refund.id(),
                refund.fingerprint(),
                paid.payee(),
                paid.payer(),
                amount,
                refund.note(),
                Invariant.present(refund.original()));
        return Outcome.of(
                new TransactionEvent.Initiated(terms, now, now + 20_000),
                Effect.send(Product.SLICES.fraud(terms.payer()), new Screen(terms, 1)),
                Effect.send(Product.SLICES.wallets(terms.payer()), new Hold(terms, 1)),
                Effect.send(Product.SLICES.wallets(terms.payee()), new CanReceive(terms, 1)));
    }

    static Machine<TransactionsState> askingEarly(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                return message instanceof InitiateRefund ? withEffects(outcome, Altered::hasty) : outcome;
            }
        };
    }

    static Machine<TransactionsState> forgettingSums(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            public Iterable<Event> snapshot(TransactionsState state) {
                List<Event> kept = new ArrayList<>();
                super.snapshot(state)
                        .forEach(event -> kept.add(
                                event instanceof TransactionEvent.TransactionRestored restored
                                        ? withoutSums(restored)
                                        : event));
                return kept;
            }
        };
    }

    private static Event withoutSums(TransactionEvent.TransactionRestored restored) {
        return new TransactionEvent.TransactionRestored(
                restored.terms(),
                restored.initiatedAt(),
                restored.resolveBy(),
                restored.decision(),
                restored.endedAt(),
                restored.forgottenAt(),
                restored.refunded() == null ? null : Money.ZERO,
                restored.pending());
    }
}
