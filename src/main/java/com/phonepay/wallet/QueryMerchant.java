package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Answered with {@link MerchantView}, or {@code merchant_not_found}. */
public record QueryMerchant(AccountId merchant) implements Message {}
