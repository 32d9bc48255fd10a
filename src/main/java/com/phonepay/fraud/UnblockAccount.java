package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** An operator lets a blocked account pay again. Idempotent. Answered with {@link ProfileView}, or {@code account_not_found}. */
public record UnblockAccount(AccountId account, String reason) implements Message {}
