package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/**
 * The bank has refused and will never pay under this reference; silence is no refusal. Answered with
 * {@link PayoutAnswer}, or {@code payout_not_found}. Idempotent.
 */
public record RefusePayout(String reference, AccountId merchant, String reason) implements Message {}
