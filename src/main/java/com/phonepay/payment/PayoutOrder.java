package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Settled money that a merchant wants in its bank account.
 *
 * @param amount everything that may be paid out where it is absent
 * @param key the idempotency key, scoped to the merchant
 */
public record PayoutOrder(AccountId merchant, @Nullable Money amount, String key) {}
