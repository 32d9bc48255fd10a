package com.phonepay.simulation;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Vote;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.InitiateAnswer;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.transaction.TransactionEvent;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import com.phonepay.transaction.TransactionsState;
import com.phonepay.wallet.Limits;
import org.jspecify.annotations.Nullable;

/** Transaction machines with one rule broken each. */
final class BrokenCoordinators {
    private BrokenCoordinators() {}

    /** Capture and Credit leave while the decision is still being written. */
    static Machine<TransactionsState> commandingEarly(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                return withEffects(outcome, effect -> isCommand(effect) ? hasty(effect) : effect);
            }
        };
    }

    private static boolean isCommand(Effect effect) {
        return effect instanceof Effect.Send send
                && (send.message() instanceof Capture || send.message() instanceof Credit);
    }

    static Machine<TransactionsState> refusingEarly(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                return withEffects(outcome, effect -> effect instanceof Effect.Reply ? hasty(effect) : effect);
            }
        };
    }

    static Machine<TransactionsState> presumingSilently(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                return withoutEvents(outcome, event -> event instanceof TransactionEvent.PresumedAborted);
            }
        };
    }

    /** Somebody who repeats a key with another amount is told what became of the first one. */
    static Machine<TransactionsState> ignoringTheBody(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                @Nullable
                TransactionView view =
                        message instanceof Initiate initiate ? view(this, state, initiate, moment) : null;
                return view == null || view.status() == TransactionStatus.PENDING
                        ? outcome
                        : withEffects(outcome, effect -> accepting(effect, view));
            }
        };
    }

    private static Effect accepting(Effect effect, TransactionView view) {
        boolean refused = effect instanceof Effect.Reply reply
                && reply.answer() instanceof Rejection rejection
                && rejection.code().equals("idempotency_key_reused");
        return refused ? Effect.reply(((Effect.Reply) effect).to(), new InitiateAnswer(view, true)) : effect;
    }

    private static @Nullable TransactionView view(
            Altered<TransactionsState> machine, TransactionsState state, Initiate initiate, Moment moment) {
        return view(machine, state, new QueryTransaction(initiate.terms().id()), moment);
    }

    private static @Nullable TransactionView view(
            Altered<TransactionsState> machine, TransactionsState state, QueryTransaction query, Moment moment) {
        Outcome asked = machine.decide(state, query, Caller.NOBODY, moment);
        return asked.effects().get(0) instanceof Effect.Reply reply && reply.answer() instanceof TransactionView view
                ? view
                : null;
    }

    static Machine<TransactionsState> changingItsMind(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                if (!(message instanceof Vote vote) || vote.isYes()) {
                    return outcome;
                }
                @Nullable TransactionView view = view(this, state, new QueryTransaction(vote.id()), moment);
                return view != null && view.status() == TransactionStatus.SUCCESS ? abort(view, vote, moment) : outcome;
            }
        };
    }

    private static Outcome abort(TransactionView view, Vote vote, Moment moment) {
        return Outcome.of(
                new TransactionEvent.Decided(vote.id(), new Decision(false, vote.refusal(), null, null, moment.now())),
                Effect.send(
                        Product.SLICES.wallets(view.terms().payer()),
                        new Release(vote.id(), view.terms().payer())));
    }

    /** The payer has paid, so the caller is told; the payee's side will surely follow. */
    static Machine<TransactionsState> contentWithCapture(Machine<TransactionsState> machine) {
        return new Altered<>(machine) {
            @Override
            Outcome alter(TransactionsState state, Message message, Moment moment, Outcome outcome) {
                if (!(message instanceof Applied applied)
                        || applied.step() != Applied.Step.CAPTURED
                        || outcome.events().size() != 1) {
                    return outcome;
                }
                BothAcknowledged both = new BothAcknowledged(this, state, applied, moment);
                return both.outcome(outcome);
            }
        };
    }

    /** What would be done if the credit were acknowledged as well. */
    private record BothAcknowledged(
            Altered<TransactionsState> machine, TransactionsState state, Applied applied, Moment moment) {
        Outcome outcome(Outcome first) {
            TransactionsState next = state;
            for (Event event : first.events()) {
                next = machine.apply(next, event);
            }
            Applied credited = new Applied(applied.id(), Applied.Step.CREDITED);
            return first.and(machine.decide(next, credited, Caller.NOBODY, moment));
        }
    }

    /** Lets the wallets forget, and forgets, with messages still under way. */
    static Machine<TransactionsState> forgettingAtOnce() {
        Deadlines usual = Deadlines.STANDARD;
        return new TransactionMachine(
                Product.SLICES,
                new Deadlines(usual.prepareMs(), usual.resendFirstMs(), usual.resendMaxMs(), 0, 0, 0),
                Limits.upi().paymentMax());
    }
}
