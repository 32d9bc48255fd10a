package com.phonepay.simulation;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.FeePlan;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.Payout;
import com.phonepay.wallet.SettlementWindow;
import com.phonepay.wallet.WalletEvent;
import com.phonepay.wallet.WindowStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Windows and payouts as the effected rows tell them, added up by other means than the wallets' own. Paise. */
final class Settlements {
    /** For so long after its end a key means the payout that it was. */
    private static final long KEPT_MS = 24 * 3_600_000L;

    private final Bank bank;
    private final Tally tally;
    private final Map<AccountId, Shop> shops = new HashMap<>();
    private final Map<String, Payout> open = new HashMap<>();
    private final Map<String, Long> free = new HashMap<>();

    private static final class Shop {
        final FeePlan plan;
        long window = 1;
        long gross;
        long refunds;
        long payments;
        long refundCount;
        long settled;
        long heldOrPaid;
        long paid;
        long feeDue;
        long taxDue;
        final Map<Long, WindowStatus> windows = new HashMap<>();

        Shop(FeePlan plan) {
            this.plan = plan;
        }

        boolean isEmpty() {
            return payments == 0 && refundCount == 0;
        }
    }

    Settlements(Bank bank, Tally tally) {
        this.bank = bank;
        this.tally = tally;
    }

    boolean isMerchant(AccountId account) {
        return shops.containsKey(account);
    }

    boolean wasHeld(Payout payout) {
        return free.containsKey(payout.reference());
    }

    void apply(WalletEvent event) {
        if (event instanceof WalletEvent.AccountOpened opened && opened.merchant() != null) {
            shops.put(opened.account(), new Shop(opened.merchant().plan()));
        } else if (event instanceof WalletEvent.Credited credited && !credited.toSuspense()) {
            credited(credited);
        } else if (event instanceof WalletEvent.Captured captured) {
            refunded(captured);
        } else if (event instanceof WalletEvent.WindowClosed closed) {
            closed(closed);
        } else if (event instanceof WalletEvent.FeeCharged fee) {
            shop(fee.merchant()).feeDue -= fee.amount().paise();
        } else if (event instanceof WalletEvent.TaxCharged tax) {
            shop(tax.merchant()).taxDue -= tax.amount().paise();
        } else if (event instanceof WalletEvent.PayoutHeld held) {
            held(held.payout());
        } else if (event instanceof WalletEvent.PayoutCaptured captured) {
            paid(captured);
        } else if (event instanceof WalletEvent.PayoutReleased released) {
            refused(released);
        } else if (event instanceof WalletEvent.WindowSettled settled) {
            become(shop(settled.merchant()), settled.window(), WindowStatus.CLOSED, WindowStatus.SETTLED);
            tally.count("windows settled without a payout");
        }
    }

    private void credited(WalletEvent.Credited event) {
        @Nullable Shop shop = shops.get(event.terms().payee());
        Violation.unless((shop != null) == (event.window() != null), "WINDOW_OF_NO_MERCHANT", event);
        if (shop != null) {
            Violation.unless(shop.window == Invariant.present(event.window()), "CREDIT_IN_ANOTHER_WINDOW", event);
            shop.gross += event.terms().amount().paise();
            shop.payments++;
        }
    }

    private void refunded(WalletEvent.Captured event) {
        @Nullable Shop shop = shops.get(event.payer());
        Violation.unless((shop != null) == (event.window() != null), "WINDOW_OF_NO_MERCHANT", event);
        if (shop != null) {
            Violation.unless(event.original() != null, "MERCHANT_PAYS_WITHOUT_A_REFUND", event);
            Violation.unless(shop.window == Invariant.present(event.window()), "REFUND_IN_ANOTHER_WINDOW", event);
            shop.refunds += event.amount().paise();
            shop.refundCount++;
        }
    }

    private void closed(WalletEvent.WindowClosed event) {
        Shop shop = shop(event.merchant());
        long left = shop.gross - shop.refunds;
        long fee = share(Math.max(0, left), shop.plan.mdrBasisPoints());
        long tax = share(fee, shop.plan.taxBasisPoints());
        boolean right = event.window() == shop.window
                && event.gross().paise() == shop.gross
                && event.refunds().paise() == shop.refunds
                && event.paymentCount() == shop.payments
                && event.refundCount() == shop.refundCount
                && event.fee().paise() == fee
                && event.tax().paise() == tax
                && event.net().paise() == left - fee - tax;
        Violation.unless(right, "WINDOW_DOES_NOT_ADD_UP", event);
        Violation.unless(!shop.isEmpty() && event.nextOpenedAt() >= event.at(), "WINDOW_CLOSED_WRONGLY", event);
        shop.windows.put(event.window(), event.net().isPositive() ? WindowStatus.CLOSED : WindowStatus.SETTLED);
        shop.window++;
        shop.settled += event.net().paise();
        shop.feeDue += fee;
        shop.taxDue += tax;
        shop.gross = 0;
        shop.refunds = 0;
        shop.payments = 0;
        shop.refundCount = 0;
        tally.count("windows closed");
        Violation.unless(shop.settled >= shop.heldOrPaid, "MORE_PAID_OUT_THAN_SETTLED", event);
    }

    private static long share(long paise, int basisPoints) {
        return BigDecimal.valueOf(paise)
                .multiply(BigDecimal.valueOf(basisPoints))
                .movePointLeft(4)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private void held(Payout payout) {
        Shop shop = shop(payout.merchant());
        long since = free.getOrDefault(payout.reference(), 0L);
        Violation.unless(since <= payout.requestedAt(), "PAYOUT_HELD_TWICE", payout);
        tally.count(
                payout.window() > 0
                        ? "payouts of windows"
                        : since > 0 ? "payouts under a forgotten key" : "payouts asked for");
        free.put(payout.reference(), Long.MAX_VALUE);
        open.put(payout.reference(), payout);
        shop.heldOrPaid += payout.amount().paise();
        Violation.unless(payout.amount().isPositive(), "EMPTY_PAYOUT", payout);
        Violation.unless(shop.heldOrPaid <= shop.settled, "MORE_PAID_OUT_THAN_SETTLED", payout);
        if (payout.window() > 0) {
            become(shop, payout.window(), WindowStatus.CLOSED, WindowStatus.SETTLING);
        }
    }

    private void paid(WalletEvent.PayoutCaptured event) {
        Payout payout = ended(event.reference(), event.amount(), event.at());
        Bank.@Nullable Instruction told = bank.of(payout.instruction());
        Violation.unless(told != null && told.paid && told.amount.equals(event.amount()), "BANK_HAS_NOT_PAID", event);
        Shop shop = shop(event.merchant());
        shop.paid += event.amount().paise();
        if (payout.window() > 0) {
            become(shop, payout.window(), WindowStatus.SETTLING, WindowStatus.SETTLED);
        }
        tally.count("payouts paid");
    }

    private void refused(WalletEvent.PayoutReleased event) {
        Payout payout = ended(event.reference(), event.amount(), event.at());
        Bank.@Nullable Instruction told = bank.of(payout.instruction());
        Violation.unless(told != null && told.refused, "PAYOUT_RELEASED_WITHOUT_A_REFUSAL", event);
        Shop shop = shop(event.merchant());
        shop.heldOrPaid -= event.amount().paise();
        if (payout.window() > 0) {
            become(shop, payout.window(), WindowStatus.SETTLING, WindowStatus.FAILED);
        }
        tally.count("payouts refused");
    }

    private Payout ended(String reference, Money amount, long at) {
        @Nullable Payout payout = open.remove(reference);
        Violation.unless(payout != null && payout.amount().equals(amount), "PAYOUT_ENDED_TWICE", reference);
        free.put(reference, at + KEPT_MS);
        return Invariant.present(payout);
    }

    private static void become(Shop shop, long window, WindowStatus from, WindowStatus to) {
        Violation.unless(shop.windows.put(window, to) == from, "WINDOW_STATE_JUMPS", window + " to " + to);
    }

    private Shop shop(AccountId merchant) {
        @Nullable Shop shop = shops.get(merchant);
        Violation.unless(shop != null, "NO_SUCH_MERCHANT", merchant);
        return Invariant.present(shop);
    }

    /** What an owner of the slice tells of a merchant is what was added up here. */
    void compare(MerchantView view) {
        AccountId id = view.merchant().id();
        Shop shop = shop(id);
        SettlementWindow window = view.merchant().open();
        boolean same = window.number() == shop.window
                && window.gross().paise() == shop.gross
                && window.refunds().paise() == shop.refunds
                && view.merchant().payable().paise() == shop.settled - shop.heldOrPaid;
        Violation.unless(same, "MERCHANT_DIFFERS", view);
    }

    boolean isQuiet() {
        return open.isEmpty()
                && shops.values().stream()
                        .allMatch(shop -> shop.isEmpty() && !shop.windows.containsValue(WindowStatus.CLOSED));
    }

    void checkQuiet() {
        Violation.unless(open.isEmpty(), "PAYOUT_LEFT_OPEN", open.keySet());
        for (Map.Entry<AccountId, Shop> each : shops.entrySet()) {
            Shop shop = each.getValue();
            Violation.unless(shop.feeDue == 0 && shop.taxDue == 0, "CHARGES_NOT_POSTED", each.getKey());
            Violation.unless(shop.paid == bank.paidTo(each.getKey()), "BANK_PAID_ANOTHER_SUM", each.getKey());
            boolean settled = shop.isEmpty() && !shop.windows.containsValue(WindowStatus.CLOSED);
            Violation.unless(settled, "WINDOW_LEFT_UNSETTLED", each.getKey());
        }
    }
}
