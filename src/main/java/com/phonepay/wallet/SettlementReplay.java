package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Invariant;
import com.phonepay.protocol.MerchantProfile;
import org.jspecify.annotations.Nullable;

/** What each event changes in the book of merchants. Money itself is moved by the {@link Ledger}. */
final class SettlementReplay {
    private SettlementReplay() {}

    static WalletState opened(WalletState state, WalletEvent.AccountOpened opened) {
        @Nullable MerchantProfile profile = opened.merchant();
        return profile == null ? state : state.with(Merchant.open(opened.account(), profile, opened.at()));
    }

    static WalletState credited(WalletState state, WalletEvent.Credited credited) {
        return credited.window() == null
                ? state
                : state.with(merchant(state, credited.terms().payee())
                        .credited(credited.terms().amount()));
    }

    static WalletState refunded(WalletState state, WalletEvent.Captured captured) {
        return captured.window() == null
                ? state
                : state.with(merchant(state, captured.payer()).refunded(captured.amount()));
    }

    /** Nothing where the event is of another kind. */
    static @Nullable WalletState apply(WalletState state, WalletEvent event) {
        if (event instanceof WalletEvent.WindowClosed closed) {
            return state.with(merchant(state, closed.merchant()).closed(closed.at(), closed.nextOpenedAt()));
        } else if (event instanceof WalletEvent.WindowSettled settled) {
            return state.with(merchant(state, settled.merchant()).settledWithoutPayout(settled.window(), settled.at()));
        } else if (event instanceof WalletEvent.FeeCharged fee) {
            return Ledger.post(state, fee);
        } else if (event instanceof WalletEvent.TaxCharged tax) {
            return Ledger.post(state, tax);
        } else if (event instanceof WalletEvent.PayoutHeld held) {
            return held(state, held.payout());
        } else if (event instanceof WalletEvent.PayoutCaptured captured) {
            return captured(state, captured);
        } else if (event instanceof WalletEvent.PayoutReleased released) {
            return released(state, released);
        } else if (event instanceof WalletEvent.PayoutsForgotten forgotten) {
            MerchantBook book = state.book();
            for (String reference : forgotten.references()) {
                book = book.withoutPayout(reference);
            }
            return state.with(book);
        }
        return null;
    }

    private static WalletState held(WalletState state, Payout payout) {
        Account account = Ledger.account(state, payout.merchant()).reserve(payout.amount());
        Merchant merchant = merchant(state, payout.merchant()).held(payout);
        return state.with(account).with(state.book().with(merchant).with(payout));
    }

    private static WalletState captured(WalletState state, WalletEvent.PayoutCaptured event) {
        Payout payout = payout(state, event.reference());
        Account account = Ledger.account(state, event.merchant()).unhold(event.amount());
        Merchant merchant = merchant(state, event.merchant()).paid(payout, event.at());
        MerchantBook book = state.book().with(merchant).with(payout.paid(event.bankReference(), event.at()));
        return Ledger.post(state.with(account).with(book), event);
    }

    private static WalletState released(WalletState state, WalletEvent.PayoutReleased event) {
        Payout payout = payout(state, event.reference());
        Account account = Ledger.account(state, event.merchant()).unhold(event.amount());
        Merchant merchant = merchant(state, event.merchant()).refused(payout);
        return state.with(account).with(state.book().with(merchant).with(payout.refused(event.reason(), event.at())));
    }

    private static Merchant merchant(WalletState state, AccountId id) {
        return Invariant.present(state.book().merchant(id));
    }

    private static Payout payout(WalletState state, String reference) {
        return Invariant.present(state.book().payout(reference));
    }
}
