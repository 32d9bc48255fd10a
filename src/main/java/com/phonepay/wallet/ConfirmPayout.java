package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** The bank has paid. Answered with {@link PayoutAnswer}, or {@code payout_not_found}. Idempotent. */
public record ConfirmPayout(String reference, AccountId merchant, String bankReference) implements Message {}
