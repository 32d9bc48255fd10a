package com.phonepay.transaction;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Slices;
import com.phonepay.kernel.Tick;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Forgotten;
import com.phonepay.protocol.Inquire;
import com.phonepay.protocol.Vote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coordinator's side of the two-phase commit, for all transactions of one slice.
 *
 * <pre>
 * state \ message | Initiate          | all yes | a no, deadline | Inquire       | all applied | Tick
 * (unknown)       | INITIATED, asks   | -       | -              | ABORTED       | -           | -
 * INITIATED       | joins, or 422     | COMMIT  | ABORT          | no answer     | -           | asks again
 * COMMIT          | joins, or 422     | -       | -              | Capture       | ENDED       | sends again
 * ABORT           | the answer, or 422| -       | -              | Release       | ENDED       | sends again
 * ENDED           | the answer, or 422| -       | -              | Release       | -           | Forget, after a day
 * </pre>
 *
 * A refund goes the same way with payer and payee exchanged, in the slice of its original, which counts what is reserved
 * for it. A merchant's payment is remembered until it can not be refunded any more.
 *
 * Votes and acknowledgements are kept in memory only and asked for again after recovery, by the same code as ever.
 */
public final class TransactionMachine implements Machine<TransactionsState> {
    private final Deadlines deadlines;
    private final Money paymentMax;
    private final FirstPhase first;
    private final SecondPhase second;
    private final Agenda agenda;
    private final RefundDesk refundDesk;

    /** Begins no payment above {@code paymentMax}. */
    public TransactionMachine(Slices slices, Deadlines deadlines, Money paymentMax) {
        this.deadlines = deadlines;
        this.paymentMax = paymentMax;
        this.first = new FirstPhase(slices);
        this.second = new SecondPhase(slices);
        this.agenda = new Agenda(slices, deadlines, first, second);
        this.refundDesk = new RefundDesk(deadlines, first);
    }

    @Override
    public TransactionsState empty() {
        return TransactionsState.empty();
    }

    @Override
    public Outcome decide(TransactionsState state, Message message, Caller caller, Moment moment) {
        if (message instanceof Initiate initiate) {
            return initiate(state, initiate, caller, moment.now());
        } else if (message instanceof Vote vote) {
            return vote(state, vote, moment);
        } else if (message instanceof Applied applied) {
            return second.applied(state.get(applied.id()), applied, moment.now());
        } else if (message instanceof Inquire inquire) {
            return second.inquired(state.get(inquire.terms().id()), inquire.terms(), moment.now());
        } else if (message instanceof Tick) {
            return agenda.tick(state, moment.now());
        } else if (message instanceof Forgotten forgotten) {
            return agenda.forgotten(state.get(forgotten.id()), forgotten.role(), moment.now());
        } else if (message instanceof InitiateRefund refund) {
            return refundDesk.initiate(state, refund, caller, moment.now());
        }
        return answer(state, message, caller);
    }

    private static Outcome answer(TransactionsState state, Message message, Caller caller) {
        if (message instanceof QueryTransaction query) {
            @Nullable Transaction known = state.get(query.id());
            return Outcome.effects(
                    Effect.reply(caller, known == null ? TransactionRejections.NOT_FOUND : known.view()));
        } else if (message instanceof QueryRefunds query) {
            return RefundDesk.query(state.get(query.original()), caller);
        } else if (message instanceof QueryInDoubt query) {
            return Outcome.effects(Effect.reply(caller, inDoubt(state, query.limit())));
        }
        throw new IllegalArgumentException("A transactions slice does not understand " + message);
    }

    private Outcome initiate(TransactionsState state, Initiate initiate, Caller caller, long now) {
        @Nullable Transaction known = state.get(initiate.terms().id());
        if (known != null) {
            return repeat(known, initiate, caller);
        }
        if (now > initiate.expiresAt()) {
            return Outcome.effects(Effect.reply(caller, TransactionRejections.EXPIRED));
        }
        if (initiate.terms().isRefund()) {
            return Outcome.effects(Effect.reply(caller, TransactionRejections.NOT_REFUNDABLE));
        }
        if (initiate.terms().payer().equals(initiate.terms().payee())) {
            return Outcome.effects(Effect.reply(caller, TransactionRejections.SELF_PAYMENT));
        }
        if (initiate.terms().amount().exceeds(paymentMax)) {
            return Outcome.effects(Effect.reply(caller, TransactionRejections.overLimit(paymentMax)));
        }
        long resolveBy = now + deadlines.prepareMs();
        List<Event> events = List.of(
                new TransactionEvent.Initiated(initiate.terms(), now, resolveBy),
                new TransactionEvent.CallerJoined(initiate.terms().id(), caller, false),
                new TransactionEvent.Asked(initiate.terms().id(), now));
        return Outcome.of(events, first.askAll(initiate.terms()));
    }

    private static Outcome repeat(Transaction known, Initiate initiate, Caller caller) {
        if (!known.terms().matches(initiate.terms())) {
            return Outcome.effects(Effect.reply(caller, TransactionRejections.KEY_REUSED));
        }
        return answerAgain(known, initiate.attempt(), caller);
    }

    /** The answer of a final transaction now, that of another one when it is final. */
    static Outcome answerAgain(Transaction known, int attempt, Caller caller) {
        boolean replayed = attempt == 1;
        boolean isFinal = known.hasEnded() || (known.isDecided() && !known.isCommitted());
        return isFinal
                ? Outcome.effects(Effect.reply(caller, new InitiateAnswer(known.view(), replayed)))
                : Outcome.of(new TransactionEvent.CallerJoined(known.terms().id(), caller, replayed));
    }

    private Outcome vote(TransactionsState state, Vote vote, Moment moment) {
        @Nullable Transaction known = state.get(vote.id());
        boolean counts = known != null
                && !known.isDecided()
                && known.terms().fingerprint().equals(vote.fingerprint());
        if (known == null || !counts) {
            return Outcome.nothing();
        }
        if (!vote.isYes()) {
            return second.abort(known, vote.refusal(), vote.verdict(), moment.now());
        }
        Transaction after = known.with(known.chat().with(vote));
        Outcome voted = Outcome.of(new TransactionEvent.Voted(vote.id(), vote));
        return after.allYes() ? voted.and(second.commit(after, utr(state, moment), moment.now())) : voted;
    }

    /** Three digits of the slice and nine of its own count: unique without asking anybody. */
    private static String utr(TransactionsState state, Moment moment) {
        return String.format("%03d%09d", moment.slice().number(), state.utrCount() + 1);
    }

    private static InDoubtAnswer inDoubt(TransactionsState state, int limit) {
        List<TransactionView> oldest = state.open()
                .iterator()
                .take(limit)
                .flatMap(timed -> state.transactions().get(timed.id()))
                .map(Transaction::view)
                .toJavaList();
        return new InDoubtAnswer(state.open().size(), List.copyOf(oldest));
    }

    @Override
    public TransactionsState apply(TransactionsState state, Event event) {
        return TransactionReplay.apply(state, (TransactionEvent) event);
    }

    @Override
    public Iterable<Event> snapshot(TransactionsState state) {
        return TransactionReplay.snapshot(state);
    }
}
