package com.phonepay.transaction;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import io.vavr.collection.List;
import io.vavr.collection.Stream;
import org.jspecify.annotations.Nullable;

/** What each event changes. The only mutator of a transactions slice, live and in recovery alike. */
final class TransactionReplay {
    private TransactionReplay() {}

    static TransactionsState apply(TransactionsState state, TransactionEvent event) {
        if (event instanceof TransactionEvent.Initiated initiated) {
            return reserved(state, initiated.terms())
                    .with(fresh(initiated.terms(), initiated.at(), initiated.resolveBy(), null));
        } else if (event instanceof TransactionEvent.Decided decided) {
            return decided(state, decided);
        } else if (event instanceof TransactionEvent.PresumedAborted aborted) {
            long at = aborted.decision().at();
            return state.with(fresh(aborted.terms(), at, at, aborted.decision()));
        } else if (event instanceof TransactionEvent.Completed completed) {
            return state.with(
                    get(state, completed.id()).ended(completed.at(), Boolean.TRUE.equals(completed.merchant())));
        } else if (event instanceof TransactionEvent.ForgetConfirmed confirmed) {
            return state.with(get(state, confirmed.id()).forgotten(confirmed.at()));
        } else if (event instanceof TransactionEvent.TransactionForgotten forgotten) {
            return state.without(forgotten.id());
        } else if (event instanceof TransactionEvent.TransactionRestored restored) {
            return state.with(restored(restored));
        } else if (event instanceof TransactionEvent.UtrCounterRestored restored) {
            return state.withUtrCount(restored.count());
        }
        return chat(state, event);
    }

    private static TransactionsState chat(TransactionsState state, TransactionEvent event) {
        Transaction known = get(state, event.id());
        Transaction.Chat chat = known.chat();
        if (event instanceof TransactionEvent.Voted voted) {
            chat = chat.with(voted.vote());
        } else if (event instanceof TransactionEvent.Acknowledged acknowledged) {
            chat = chat.with(acknowledged.step(), acknowledged.toMerchant());
        } else if (event instanceof TransactionEvent.ForgetAcknowledged forgot) {
            chat = chat.forgot(forgot.role());
        } else if (event instanceof TransactionEvent.Asked asked) {
            chat = chat.asked(asked.at());
        } else if (event instanceof TransactionEvent.CallerJoined joined) {
            chat = chat.with(chat.callers().append(new Transaction.Waiting(joined.caller(), joined.replayed())));
        } else if (event instanceof TransactionEvent.CallersAnswered) {
            chat = chat.with(List.empty());
        }
        return state.withChat(known.with(chat));
    }

    private static TransactionsState decided(TransactionsState state, TransactionEvent.Decided decided) {
        Transaction transaction = get(state, decided.id());
        TransactionsState next = refundDecided(state, transaction.terms(), decided.decision())
                .with(transaction.decided(decided.decision()));
        return decided.decision().commit() ? next.withUtrCount(state.utrCount() + 1) : next;
    }

    private static TransactionsState reserved(TransactionsState state, Terms refund) {
        if (refund.original() == null) {
            return state;
        }
        Transaction original = get(state, refund.original());
        return state.with(original.with(original.refunds().reserved(refund.amount())));
    }

    private static TransactionsState refundDecided(TransactionsState state, Terms refund, Decision decision) {
        if (refund.original() == null) {
            return state;
        }
        Transaction original = get(state, refund.original());
        return state.with(original.with(original.refunds().decided(refund.amount(), decision.commit())));
    }

    private static Transaction fresh(Terms terms, long at, long resolveBy, @Nullable Decision decision) {
        return new Transaction(terms, at, resolveBy, decision, 0, 0, Refunds.NONE, Transaction.Chat.NEW);
    }

    private static Transaction restored(TransactionEvent.TransactionRestored event) {
        return new Transaction(
                event.terms(),
                event.initiatedAt(),
                event.resolveBy(),
                event.decision(),
                event.endedAt(),
                event.forgottenAt(),
                refunds(event),
                Transaction.Chat.NEW);
    }

    private static Refunds refunds(TransactionEvent.TransactionRestored event) {
        Money refunded = event.refunded();
        Money pending = event.pending();
        return refunded == null || pending == null ? Refunds.NONE : new Refunds(true, refunded, pending);
    }

    private static Transaction get(TransactionsState state, TransactionId id) {
        return Invariant.present(state.get(id));
    }

    static Iterable<Event> snapshot(TransactionsState state) {
        return Stream.<Event>of(new TransactionEvent.UtrCounterRestored(state.utrCount()))
                .appendAll(state.transactions().valuesIterator().map(TransactionReplay::remember));
    }

    private static Event remember(Transaction transaction) {
        Refunds refunds = transaction.refunds();
        return new TransactionEvent.TransactionRestored(
                transaction.terms(),
                transaction.initiatedAt(),
                transaction.resolveBy(),
                transaction.decision(),
                transaction.endedAt(),
                transaction.forgottenAt(),
                refunds.toMerchant() ? refunds.refunded() : null,
                refunds.toMerchant() ? refunds.pending() : null);
    }
}
