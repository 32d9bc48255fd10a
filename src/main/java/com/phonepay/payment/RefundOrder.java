package com.phonepay.payment;

import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * A payment to be given back.
 *
 * @param amount everything that is left where it is absent
 * @param note shown to both sides, may be empty
 * @param key the idempotency key, scoped to the payment
 */
public record RefundOrder(TransactionId original, @Nullable Money amount, String note, String key) {}
