package com.phonepay.payment.cluster.names;

import com.phonepay.slice.wire.NameTable;
import com.phonepay.slice.wire.WireNames;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.ChangeStatus;
import com.phonepay.wallet.CloseWindow;
import com.phonepay.wallet.CloseWindows;
import com.phonepay.wallet.ConfirmPayout;
import com.phonepay.wallet.EntriesView;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.MerchantsView;
import com.phonepay.wallet.OpenPayouts;
import com.phonepay.wallet.PayoutAnswer;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.QueryEntries;
import com.phonepay.wallet.QueryMerchant;
import com.phonepay.wallet.QueryMerchants;
import com.phonepay.wallet.QueryPayouts;
import com.phonepay.wallet.Recharge;
import com.phonepay.wallet.RechargeAnswer;
import com.phonepay.wallet.RefusePayout;
import com.phonepay.wallet.RequestPayout;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WindowsClosed;

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
        merchants(table);
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

    private static void merchants(NameTable.Builder table) {
        table.add("close-windows", CloseWindows.class)
                .add("windows-closed", WindowsClosed.class)
                .add("close-window", CloseWindow.class)
                .add("request-payout", RequestPayout.class)
                .add("confirm-payout", ConfirmPayout.class)
                .add("refuse-payout", RefusePayout.class)
                .add("payout-answer", PayoutAnswer.class)
                .add("query-payouts", QueryPayouts.class)
                .add("open-payouts", OpenPayouts.class)
                .add("query-merchant", QueryMerchant.class)
                .add("merchant-view", MerchantView.class)
                .add("query-merchants", QueryMerchants.class)
                .add("merchants-view", MerchantsView.class);
        table.add("w.window-closed", WalletEvent.WindowClosed.class)
                .add("w.window-settled", WalletEvent.WindowSettled.class)
                .add("w.fee-charged", WalletEvent.FeeCharged.class)
                .add("w.tax-charged", WalletEvent.TaxCharged.class)
                .add("w.payout-held", WalletEvent.PayoutHeld.class)
                .add("w.payout-captured", WalletEvent.PayoutCaptured.class)
                .add("w.payout-released", WalletEvent.PayoutReleased.class)
                .add("w.payouts-forgotten", WalletEvent.PayoutsForgotten.class)
                .add("w.merchant-restored", WalletEvent.MerchantRestored.class)
                .add("w.payout-restored", WalletEvent.PayoutRestored.class);
    }
}
