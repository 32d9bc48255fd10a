package com.phonepay.payment.cluster.names;

import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.ChangeStatus;
import com.phonepay.wallet.EntriesView;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.QueryEntries;
import com.phonepay.wallet.Recharge;
import com.phonepay.wallet.RechargeAnswer;
import com.phonepay.wallet.WalletEvent;

/** What a wallet slice is asked, answers and records. */
public final class WalletNames implements WireNames {
    @Override
    public void addTo(NameTable.Builder table) {
        table.add("recharge", Recharge.class)
                .add("recharge-answer", RechargeAnswer.class)
                .add("change-status", ChangeStatus.class)
                .add("query-balance", QueryBalance.class)
                .add("balance-view", BalanceView.class)
                .add("query-entries", QueryEntries.class)
                .add("entries-view", EntriesView.class);
        table.add("w.account-opened", WalletEvent.AccountOpened.class)
                .add("w.bonus-posted", WalletEvent.BonusPosted.class)
                .add("w.recharged", WalletEvent.Recharged.class)
                .add("w.held", WalletEvent.Held.class)
                .add("w.hold-refused", WalletEvent.HoldRefused.class)
                .add("w.captured", WalletEvent.Captured.class)
                .add("w.credited", WalletEvent.Credited.class)
                .add("w.released", WalletEvent.Released.class)
                .add("w.transaction-forgotten", WalletEvent.TransactionForgotten.class)
                .add("w.local-entries-forgotten", WalletEvent.LocalEntriesForgotten.class)
                .add("w.status-changed", WalletEvent.StatusChanged.class);
        table.add("w.account-restored", WalletEvent.AccountRestored.class)
                .add("w.stripe-restored", WalletEvent.StripeRestored.class)
                .add("w.debit-restored", WalletEvent.DebitRestored.class)
                .add("w.tombstone-restored", WalletEvent.TombstoneRestored.class)
                .add("w.credit-restored", WalletEvent.CreditRestored.class)
                .add("w.local-entry-restored", WalletEvent.LocalEntryRestored.class);
    }
}
