package com.phonepay.events;

import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A settlement window of a merchant is in a new state. Net is gross less refunds, fee and tax. Times are milliseconds
 * since 1970.
 *
 * @param batchId names the window
 * @param payoutReference under which the bank knows the payout
 */
public record SettlementChanged(
        String merchantId,
        String batchId,
        Status status,
        Money gross,
        Money refunds,
        Money fee,
        Money tax,
        Money net,
        long paymentCount,
        long openedAt,
        @Nullable Long closedAt,
        @Nullable Long settledAt,
        @Nullable String payoutReference)
        implements Payload {

    /** The states of a window. */
    public enum Status {
        OPEN,
        CLOSED,
        SETTLING,
        SETTLED,
        FAILED
    }
}
