package com.phonepay.readmodel;

import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One transaction that has ended.
 *
 * @param kind {@code PAYMENT} or {@code REFUND}
 * @param status {@code SUCCESS}, {@code FAILED} or {@code BLOCKED}
 * @param originalId the payment that a refund gives back
 * @param score of the fraud screen, where it was heard before the decision
 */
public record TransactionLine(
        String id,
        String kind,
        String status,
        String payer,
        String payee,
        Money amount,
        @Nullable String note,
        @Nullable String utr,
        @Nullable String reason,
        @Nullable String originalId,
        @Nullable Double score,
        long initiatedAt,
        long completedAt) {

    public Cursor cursor() {
        return new Cursor(completedAt, id);
    }
}
