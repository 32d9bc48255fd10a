package com.phonepay.wallet;

import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Role;
import org.jspecify.annotations.Nullable;

/** What each event changes. The only mutator of a wallet slice, live and in recovery alike. */
final class WalletReplay {
    private WalletReplay() {}

    static WalletState apply(WalletState state, WalletEvent event) {
        if (event instanceof WalletEvent.Held held) {
            return held(state, held);
        } else if (event instanceof WalletEvent.Captured captured) {
            return SettlementReplay.refunded(Ledger.post(captured(state, captured), captured), captured);
        } else if (event instanceof WalletEvent.Credited credited) {
            return SettlementReplay.credited(Ledger.post(state.withCredit(credited.terms()), credited), credited);
        } else if (event instanceof WalletEvent.Released released) {
            return released(state, released.id());
        } else if (event instanceof WalletEvent.HoldRefused refused) {
            return state.with(refused.terms().id(), Debit.refused(refused.terms(), refused.refusal()));
        } else if (event instanceof WalletEvent.Recharged recharged) {
            return recharged(Ledger.post(state, recharged), recharged);
        } else if (event instanceof WalletEvent.BonusPosted bonus) {
            return Ledger.post(state, bonus);
        } else if (event instanceof WalletEvent.AccountOpened opened) {
            return SettlementReplay.opened(state.with(Account.open(opened.account(), opened.at())), opened);
        } else if (event instanceof WalletEvent.StatusChanged changed) {
            return state.with(Ledger.account(state, changed.account()).with(changed.status()));
        } else if (event instanceof WalletEvent.Inquired inquired) {
            return inquired(state, inquired);
        }
        return forgetOrRestore(state, event);
    }

    private static WalletState forgetOrRestore(WalletState state, WalletEvent event) {
        if (event instanceof WalletEvent.TransactionForgotten forgotten) {
            return forgotten.role() == Role.PAYEE
                    ? state.withoutCredit(forgotten.id())
                    : state.withoutDebit(forgotten.id());
        } else if (event instanceof WalletEvent.LocalEntriesForgotten forgotten) {
            WalletState next = state;
            for (String reference : forgotten.references()) {
                next = next.withoutLocal(reference);
            }
            return next;
        }
        @Nullable WalletState settlement = SettlementReplay.apply(state, event);
        return settlement == null ? WalletSnapshot.restore(state, event) : settlement;
    }

    private static WalletState held(WalletState state, WalletEvent.Held held) {
        Account free = Ledger.account(state, held.terms().payer());
        Money amount = held.terms().amount();
        // What a merchant gives back does not count against what an account may pay.
        Account payer =
                held.terms().isRefund() ? free.reserve(amount) : free.hold(amount, held.day(), held.inFirstDay());
        return state.with(payer)
                .with(held.terms().id(), Debit.held(held.terms(), held.day(), held.inFirstDay(), held.at()));
    }

    private static WalletState captured(WalletState state, WalletEvent.Captured captured) {
        Account payer = Ledger.account(state, captured.payer()).unhold(captured.amount());
        return state.with(payer).with(captured.id(), debit(state, captured.id()).ended(Debit.State.CAPTURED));
    }

    private static WalletState released(WalletState state, TransactionId id) {
        @Nullable Debit known = state.debits().getOrElse(id, null);
        if (known == null || known.terms() == null) {
            return state.with(id, Debit.tombstone());
        }
        Account holding = Ledger.account(state, known.terms().payer());
        Money amount = known.terms().amount();
        Account payer = known.terms().isRefund()
                ? holding.unhold(amount)
                : holding.release(amount, known.day(), known.inFirstDay());
        return state.with(payer).with(id, known.ended(Debit.State.RELEASED));
    }

    private static WalletState recharged(WalletState state, WalletEvent.Recharged event) {
        Money after = Ledger.account(state, event.account()).balance();
        return state.with(new LocalEntry(event.reference(), event.fingerprint(), after, event.at()));
    }

    private static WalletState inquired(WalletState state, WalletEvent.Inquired inquired) {
        return state.with(inquired.id(), debit(state, inquired.id()).inquired(inquired.at()));
    }

    private static Debit debit(WalletState state, TransactionId id) {
        return state.debits().getOrElse(id, Debit.tombstone());
    }
}
