package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Answered with {@link BalanceView}, or {@code account_not_found}. */
public record QueryBalance(AccountId account) implements Message {}
