package com.phonepay.transaction;

import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Slices;
import com.phonepay.protocol.Applied;
import com.phonepay.protocol.Capture;
import com.phonepay.protocol.Concluded;
import com.phonepay.protocol.Credit;
import com.phonepay.protocol.Release;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decision and what follows from it. Whatever it sends leaves only after the decision is durable. */
final class SecondPhase {
    private final Slices slices;

    SecondPhase(Slices slices) {
        this.slices = slices;
    }

    Outcome commit(Transaction transaction, String utr, long now) {
        Decision decision = new Decision(true, null, transaction.chat().verdict(), utr, now);
        return decide(transaction, decision, now);
    }

    Outcome abort(Transaction transaction, @Nullable Rejection refusal, @Nullable Verdict heard, long now) {
        Verdict verdict = heard == null ? transaction.chat().verdict() : heard;
        return decide(transaction, new Decision(false, refusal, verdict, null, now), now);
    }

    private Outcome decide(Transaction transaction, Decision decision, long now) {
        Transaction decided = transaction.decided(decision);
        Terms terms = transaction.terms();
        List<Event> events = new ArrayList<>();
        events.add(new TransactionEvent.Decided(terms.id(), decision));
        events.add(new TransactionEvent.Asked(terms.id(), now));
        List<Effect> effects = carryOut(decided);
        effects.add(Effect.send(slices.fraud(terms.payer()), new Concluded(terms, decision.commit())));
        if (!decision.commit()) {
            effects.addAll(answers(decided, false));
            events.add(new TransactionEvent.CallersAnswered(terms.id()));
        }
        return Outcome.of(events, effects);
    }

    /** What a decision has not brought about yet. */
    List<Effect> carryOut(Transaction transaction) {
        Terms terms = transaction.terms();
        List<Effect> effects = new ArrayList<>();
        if (!transaction.isCommitted()) {
            effects.add(Effect.send(slices.wallets(terms.payer()), new Release(terms.id(), terms.payer())));
            return effects;
        }
        if (!transaction.chat().firstApplied()) {
            effects.add(Effect.send(slices.wallets(terms.payer()), new Capture(terms)));
        }
        if (!transaction.chat().credited()) {
            effects.add(Effect.send(slices.wallets(terms.payee()), new Credit(terms)));
        }
        return effects;
    }

    /** The acknowledgements prove a released decision, so the answer need not wait for the end to be durable. */
    Outcome applied(@Nullable Transaction known, Applied told, long now) {
        Applied.Step step = told.step();
        if (known == null || known.hasEnded() || !fits(known, step)) {
            return Outcome.nothing();
        }
        Outcome acknowledged =
                Outcome.of(new TransactionEvent.Acknowledged(known.terms().id(), step, told.toMerchant()));
        Transaction after = known.with(known.chat().with(step, told.toMerchant()));
        if (!after.allApplied()) {
            return acknowledged;
        }
        Effect[] answers = answers(after, true).toArray(Effect[]::new);
        return new Outcome(
                List.of(new TransactionEvent.CallersAnswered(known.terms().id()), completed(after, now)),
                List.of(answers),
                true);
    }

    /** A refund's payee may be anybody; what it gave back is not given back again. */
    private static Event completed(Transaction transaction, long now) {
        boolean merchant = transaction.isCommitted()
                && transaction.chat().toMerchant()
                && !transaction.terms().isRefund();
        return new TransactionEvent.Completed(transaction.terms().id(), now, merchant);
    }

    private static boolean fits(Transaction known, Applied.Step step) {
        return known.isDecided() && (step == Applied.Step.RELEASED) != known.isCommitted();
    }

    private static List<Effect> answers(Transaction transaction, boolean early) {
        return transaction
                .chat()
                .callers()
                .map(waiting -> (Effect) new Effect.Reply(
                        waiting.caller(), new InitiateAnswer(transaction.view(), waiting.replayed()), early))
                .asJava();
    }

    /**
     * A wallet asks about a hold. An unknown id is aborted first; about an undecided one nothing is said; an ended one
     * is released whatever the decision was, because its capture was durable before the end, so the hold is a stray.
     */
    Outcome inquired(@Nullable Transaction known, Terms asked, long now) {
        Effect release = Effect.send(slices.wallets(asked.payer()), new Release(asked.id(), asked.payer()));
        if (known == null) {
            Decision abort = new Decision(false, TransactionRejections.NEVER_INITIATED, null, null, now);
            return Outcome.of(new TransactionEvent.PresumedAborted(asked, abort), release);
        }
        if (!known.isDecided()) {
            return Outcome.nothing();
        }
        boolean owed = known.isCommitted() && !known.hasEnded();
        return Outcome.effects(
                owed ? Effect.send(slices.wallets(known.terms().payer()), new Capture(known.terms())) : release);
    }
}
