package com.phonepay.transaction;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * Gives a merchant's payment back, wholly or in part; to the slice of the original, whose number the refund's id bears.
 * Answered like {@link Initiate}, or with {@code transaction_not_found}, {@code not_refundable}, {@code payment_not_ended},
 * {@code refund_period_over}, {@code refund_exceeds_payment}. These are not recorded: a repeat is judged anew.
 *
 * @param fingerprint of the body as it was sent
 * @param amount everything that is left where it is absent
 * @param expiresAt milliseconds since 1970 after which a slice refuses it
 */
public record InitiateRefund(
        TransactionId id,
        TransactionId original,
        String fingerprint,
        @Nullable Money amount,
        String note,
        int attempt,
        long expiresAt)
        implements Message {}
