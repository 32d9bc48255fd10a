package com.phonepay.events;

import com.phonepay.wallet.LedgerAccount;
import com.phonepay.wallet.Standing;
import com.phonepay.wallet.Transfer;
import com.phonepay.wallet.WalletEvent;

/** How a posting is told. */
final class Postings {
    private Postings() {}

    static LedgerPosted of(WalletEvent.Moving event) {
        Transfer transfer = event.transfer();
        boolean leaves = transfer.from() instanceof LedgerAccount.Wallet;
        LedgerAccount account = leaves ? transfer.from() : transfer.to();
        LedgerAccount other = leaves ? transfer.to() : transfer.from();
        Standing standing = event.standing();
        return new LedgerPosted(
                account.label(),
                event.reference(),
                kind(event),
                leaves ? LedgerPosted.Type.DEBIT : LedgerPosted.Type.CREDIT,
                transfer.amount(),
                standing == null ? null : standing.balance(),
                counterparty(event, other),
                other.label(),
                standing == null ? null : standing.version(),
                event.at());
    }

    private static String kind(WalletEvent.Moving event) {
        if (event instanceof WalletEvent.Recharged) {
            return "RECHARGE";
        }
        return event instanceof WalletEvent.BonusPosted ? "BONUS" : ofMerchants(event);
    }

    private static String ofMerchants(WalletEvent.Moving event) {
        if (event instanceof WalletEvent.FeeCharged) {
            return "FEE";
        } else if (event instanceof WalletEvent.TaxCharged) {
            return "TAX";
        } else if (event instanceof WalletEvent.PayoutCaptured) {
            return "PAYOUT";
        }
        boolean refund = event instanceof WalletEvent.Captured captured
                ? captured.original() != null
                : event instanceof WalletEvent.Credited credited
                        && credited.terms().isRefund();
        return refund ? "REFUND" : "PAYMENT";
    }

    private static String counterparty(WalletEvent.Moving event, LedgerAccount other) {
        if (event instanceof WalletEvent.Captured captured) {
            return captured.payee().value();
        }
        return event instanceof WalletEvent.Credited credited
                ? credited.terms().payer().value()
                : other.label();
    }
}
