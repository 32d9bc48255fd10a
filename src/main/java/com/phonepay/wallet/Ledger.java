package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;

/** Carries transfers out. The only place where a balance changes. */
final class Ledger {
    private Ledger() {}

    static WalletState post(WalletState state, WalletEvent.Moving event) {
        Transfer transfer = event.transfer();
        return enter(leave(state, event, transfer), event, transfer);
    }

    private static WalletState leave(WalletState state, WalletEvent.Moving event, Transfer transfer) {
        if (transfer.from() instanceof LedgerAccount.Wallet wallet) {
            String to = event instanceof WalletEvent.Captured captured
                    ? captured.payee().value()
                    : transfer.to().label();
            return state.with(account(state, wallet.id())
                    .post(Entry.Type.DEBIT, transfer.amount(), event.reference(), to, event.at()));
        }
        return add(state, (SystemAccount) transfer.from(), transfer.amount().negated());
    }

    private static WalletState enter(WalletState state, WalletEvent.Moving event, Transfer transfer) {
        if (transfer.to() instanceof LedgerAccount.Wallet wallet) {
            String from = event instanceof WalletEvent.Credited credited
                    ? credited.terms().payer().value()
                    : transfer.from().label();
            return state.with(account(state, wallet.id())
                    .post(Entry.Type.CREDIT, transfer.amount(), event.reference(), from, event.at()));
        }
        return add(state, (SystemAccount) transfer.to(), transfer.amount());
    }

    private static WalletState add(WalletState state, SystemAccount account, Money amount) {
        return state.with(account, state.stripe(account).plus(amount));
    }

    static Account account(WalletState state, AccountId id) {
        return Invariant.present(state.accounts().getOrElse(id, null));
    }
}
