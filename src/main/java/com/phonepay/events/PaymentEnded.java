package com.phonepay.events;

import com.phonepay.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment or refund has its final outcome. Times are milliseconds since 1970.
 *
 * @param originalTransactionId the payment that a refund gives back
 * @param merchantId where the payee is a merchant
 * @param utr the reference of a payment that moved money
 * @param fraudScore 0 to 1; absent where the fraud screen gave no verdict
 * @param reason the stable code of the first refusal; absent where money moved
 * @param reasons what the fraud screen found
 */
public record PaymentEnded(
        String transactionId,
        Kind kind,
        Status status,
        @Nullable String originalTransactionId,
        String payerId,
        String payeeId,
        @Nullable String merchantId,
        Money amount,
        String note,
        @Nullable String utr,
        @Nullable Double fraudScore,
        @Nullable String reason,
        List<String> reasons,
        long initiatedAt,
        long completedAt)
        implements Payload {

    /** Which way it goes. */
    public enum Kind {
        PAYMENT,
        REFUND
    }

    /** How it ended. */
    public enum Status {
        SUCCESS,
        FAILED,
        BLOCKED
    }
}
