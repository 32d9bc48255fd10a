package com.phonepay.wallet;

import com.phonepay.kernel.Event;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Stream;

/** A wallet slice's state as events, and back. */
final class WalletSnapshot {
    private WalletSnapshot() {}

    static Iterable<Event> of(WalletState state) {
        return Stream.<Event>empty()
                .appendAll(state.stripes().iterator().map(e -> new WalletEvent.StripeRestored(e._1, e._2)))
                .appendAll(state.accounts().valuesIterator().map(WalletSnapshot::account))
                .appendAll(state.debits().iterator().map(WalletSnapshot::debit))
                .appendAll(state.credits().valuesIterator().map(WalletEvent.CreditRestored::new))
                .appendAll(state.localEntries().valuesIterator().map(WalletEvent.LocalEntryRestored::new))
                .appendAll(state.book().merchants().valuesIterator().map(WalletEvent.MerchantRestored::new))
                .appendAll(state.book().payouts().valuesIterator().map(WalletEvent.PayoutRestored::new));
    }

    private static Event account(Account account) {
        return new WalletEvent.AccountRestored(
                account.id(),
                account.status(),
                account.balance(),
                account.openedAt(),
                account.version(),
                account.usage(),
                account.entries().asJava());
    }

    private static Event debit(Tuple2<TransactionId, Debit> entry) {
        Debit debit = entry._2;
        return debit.terms() == null
                ? new WalletEvent.TombstoneRestored(entry._1)
                : new WalletEvent.DebitRestored(
                        debit.terms(), debit.state(), debit.refusal(), debit.day(), debit.inFirstDay(), debit.heldAt());
    }

    static WalletState restore(WalletState state, WalletEvent event) {
        if (event instanceof WalletEvent.AccountRestored restored) {
            return state.with(account(restored));
        } else if (event instanceof WalletEvent.DebitRestored restored) {
            return debit(state, restored);
        } else if (event instanceof WalletEvent.CreditRestored restored) {
            return state.withCredit(restored.terms());
        } else if (event instanceof WalletEvent.StripeRestored restored) {
            return state.with(restored.account(), restored.balance());
        } else if (event instanceof WalletEvent.TombstoneRestored restored) {
            return state.with(restored.id(), Debit.tombstone());
        } else if (event instanceof WalletEvent.LocalEntryRestored restored) {
            return state.with(restored.entry());
        } else if (event instanceof WalletEvent.MerchantRestored restored) {
            return state.with(restored.merchant());
        } else if (event instanceof WalletEvent.PayoutRestored restored) {
            return payout(state, restored.payout());
        }
        throw new IllegalArgumentException("A wallet slice has no event " + event);
    }

    private static Account account(WalletEvent.AccountRestored restored) {
        return new Account(
                restored.account(),
                restored.status(),
                restored.balance(),
                Money.ZERO,
                restored.openedAt(),
                restored.version(),
                restored.usage(),
                List.ofAll(restored.entries()));
    }

    private static WalletState payout(WalletState state, Payout payout) {
        WalletState next = state.with(state.book().with(payout));
        return payout.isOpen()
                ? next.with(Ledger.account(state, payout.merchant()).reserve(payout.amount()))
                : next;
    }

    /** The held amount of an account is the sum of its open holds, so it is rebuilt from them; the usage holds them already. */
    private static WalletState debit(WalletState state, WalletEvent.DebitRestored restored) {
        Debit debit = new Debit(
                restored.terms(),
                restored.state(),
                restored.refusal(),
                restored.day(),
                restored.inFirstDay(),
                restored.heldAt(),
                0);
        WalletState next = state.with(restored.terms().id(), debit);
        return restored.state() == Debit.State.HELD
                ? next.with(Ledger.account(state, restored.terms().payer())
                        .reserve(restored.terms().amount()))
                : next;
    }
}
