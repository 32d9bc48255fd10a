package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** For operators. Answered with {@link ProfileView}, or {@code account_not_found}. */
public record QueryProfile(AccountId account) implements Message {}
