package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Holds settled money for a payout. Idempotent by the reference, which is remembered for 24 hours after the bank's last
 * word. Answered with {@link PayoutAnswer}, or {@code merchant_not_found}, {@code account_frozen}, {@code account_closed},
 * {@code insufficient_settled_funds}, {@code idempotency_key_reused}.
 *
 * @param amount everything that may be paid out where it is absent
 */
public record RequestPayout(String reference, String fingerprint, AccountId merchant, @Nullable Money amount)
        implements Message {}
