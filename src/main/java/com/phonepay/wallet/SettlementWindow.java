package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.protocol.FeePlan;
import org.jspecify.annotations.Nullable;

/**
 * What a merchant took in between two cut-offs, and what became of it. Times are slice time, milliseconds since 1970.
 *
 * @param number from 1 for each merchant
 * @param closedAt 0 while it is open
 * @param charges of an open window: what they would be if it were closed now
 * @param payout the reference of the payout that settles it
 * @param paid what that payout paid, which may be less than net after later refunds, or more after a failed payout
 * @param settledAt 0 while it is not settled
 */
public record SettlementWindow(
        AccountId merchant,
        long number,
        WindowStatus status,
        long openedAt,
        long closedAt,
        Money gross,
        Money refunds,
        long paymentCount,
        long refundCount,
        Charges charges,
        @Nullable String payout,
        Money paid,
        long settledAt) {
    private static final Charges NONE = new Charges(Money.ZERO, Money.ZERO, Money.ZERO);

    static SettlementWindow open(AccountId merchant, long number, long at) {
        return new SettlementWindow(
                merchant, number, WindowStatus.OPEN, at, 0, Money.ZERO, Money.ZERO, 0, 0, NONE, null, Money.ZERO, 0);
    }

    /** The name by which the outside knows a window. */
    public static String id(AccountId merchant, long number) {
        String digits = String.valueOf(number);
        return merchant + "-w" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    public String id() {
        return id(merchant, number);
    }

    boolean isEmpty() {
        return paymentCount == 0 && refundCount == 0;
    }

    boolean isFinal() {
        return status == WindowStatus.SETTLED || status == WindowStatus.FAILED;
    }

    SettlementWindow credited(Money amount, FeePlan plan) {
        return with(gross.plus(amount), refunds, paymentCount + 1, refundCount, plan);
    }

    SettlementWindow refunded(Money amount, FeePlan plan) {
        return with(gross, refunds.plus(amount), paymentCount, refundCount + 1, plan);
    }

    private SettlementWindow with(Money newGross, Money newRefunds, long payments, long refundsCount, FeePlan plan) {
        return new SettlementWindow(
                merchant,
                number,
                status,
                openedAt,
                closedAt,
                newGross,
                newRefunds,
                payments,
                refundsCount,
                Charges.of(plan, newGross, newRefunds),
                payout,
                paid,
                settledAt);
    }

    /** Nothing is left to pay out where refunds outweigh payments. */
    SettlementWindow closed(long at) {
        return charges.net().isPositive()
                ? with(WindowStatus.CLOSED, at, null, Money.ZERO, 0)
                : with(WindowStatus.SETTLED, at, null, Money.ZERO, at);
    }

    SettlementWindow settling(String reference) {
        return with(WindowStatus.SETTLING, closedAt, reference, Money.ZERO, 0);
    }

    SettlementWindow settled(Money amount, long at) {
        return with(WindowStatus.SETTLED, closedAt, payout, amount, at);
    }

    SettlementWindow failed() {
        return with(WindowStatus.FAILED, closedAt, payout, Money.ZERO, 0);
    }

    private SettlementWindow with(
            WindowStatus next, long closed, @Nullable String reference, Money amount, long settled) {
        return new SettlementWindow(
                merchant,
                number,
                next,
                openedAt,
                closed,
                gross,
                refunds,
                paymentCount,
                refundCount,
                charges,
                reference,
                amount,
                settled);
    }
}
