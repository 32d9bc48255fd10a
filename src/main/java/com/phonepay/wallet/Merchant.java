package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.MerchantProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What makes a wallet a merchant's: its windows, and how much of its balance is settled.
 *
 * @param payable the nets of all closed windows less all payouts that are held or paid: what a payout may take
 * @param past closed windows, newest first: all that are under way, and as many others as are kept
 * @param sums over all closed windows
 */
public record Merchant(
        AccountId id,
        MerchantProfile profile,
        SettlementWindow open,
        Money payable,
        List<SettlementWindow> past,
        MerchantSums sums) {
    /** How many windows that have come to their end a slice keeps of a merchant. */
    public static final int KEPT = 40;

    public Merchant {
        Invariant.check(!payable.isNegative(), "never more is paid out than was settled");
        past = List.copyOf(past);
    }

    static Merchant open(AccountId id, MerchantProfile profile, long at) {
        return new Merchant(id, profile, SettlementWindow.open(id, 1, at), Money.ZERO, List.of(), MerchantSums.NONE);
    }

    Merchant credited(Money amount) {
        return with(open.credited(amount, profile.plan()));
    }

    Merchant refunded(Money amount) {
        return with(open.refunded(amount, profile.plan()));
    }

    private Merchant with(SettlementWindow changed) {
        return new Merchant(id, profile, changed, payable, past, sums);
    }

    Merchant closed(long at, long nextOpenedAt) {
        List<SettlementWindow> windows = new ArrayList<>();
        windows.add(open.closed(at));
        windows.addAll(past);
        SettlementWindow next = SettlementWindow.open(id, open.number() + 1, nextOpenedAt);
        return new Merchant(id, profile, next, payable.plus(open.charges().net()), kept(windows), sums.plus(open));
    }

    private static List<SettlementWindow> kept(List<SettlementWindow> windows) {
        int last = windows.size() - 1;
        return windows.size() > KEPT && windows.get(last).isFinal() ? windows.subList(0, last) : windows;
    }

    Merchant held(Payout payout) {
        return with(
                payable.minus(payout.amount()), sums, payout.window(), window -> window.settling(payout.reference()));
    }

    Merchant paid(Payout payout, long at) {
        return with(
                payable, sums.paidOut(payout.amount()), payout.window(), window -> window.settled(payout.amount(), at));
    }

    Merchant refused(Payout payout) {
        return with(payable.plus(payout.amount()), sums, payout.window(), SettlementWindow::failed);
    }

    Merchant settledWithoutPayout(long number, long at) {
        return with(payable, sums, number, window -> window.settled(Money.ZERO, at));
    }

    private Merchant with(
            Money nextPayable, MerchantSums nextSums, long number, UnaryOperator<SettlementWindow> change) {
        List<SettlementWindow> windows = past.stream()
                .map(window -> window.number() == number ? change.apply(window) : window)
                .toList();
        return new Merchant(id, profile, open, nextPayable, windows, nextSums);
    }

    /** Windows that wait for their payout, oldest first. */
    List<SettlementWindow> unsettled() {
        List<SettlementWindow> waiting = new ArrayList<>();
        for (SettlementWindow window : past) {
            if (window.status() == WindowStatus.CLOSED) {
                waiting.add(0, window);
            }
        }
        return waiting;
    }
}
