package com.phonepay.wallet;

import com.phonepay.kernel.Money;

/** Everything a merchant took in and was charged in closed windows, and what was paid out so far. */
public record MerchantSums(
        Money gross,
        Money refunds,
        Money fee,
        Money tax,
        Money net,
        Money paidOut,
        long paymentCount,
        long refundCount) {
    static final MerchantSums NONE =
            new MerchantSums(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, 0, 0);

    MerchantSums plus(SettlementWindow window) {
        Charges charges = window.charges();
        return new MerchantSums(
                gross.plus(window.gross()),
                refunds.plus(window.refunds()),
                fee.plus(charges.fee()),
                tax.plus(charges.tax()),
                net.plus(charges.net()),
                paidOut,
                paymentCount + window.paymentCount(),
                refundCount + window.refundCount());
    }

    MerchantSums paidOut(Money amount) {
        return new MerchantSums(gross, refunds, fee, tax, net, paidOut.plus(amount), paymentCount, refundCount);
    }
}
