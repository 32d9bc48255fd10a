package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;

/**
 * Moves money from the bank-funding account to a wallet. Idempotent by the entry id, which is remembered for 24 hours;
 * the same id with another fingerprint is refused as {@code idempotency_key_reused}. Answered with {@link RechargeAnswer},
 * or {@code account_not_found}, {@code account_frozen}, {@code account_closed}, {@code amount_over_limit}.
 */
public record Recharge(String entryId, String fingerprint, AccountId account, Money amount) implements Message {}
