package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;

/** Answered with {@link MerchantsView}: the merchants of the slice that this person owns. */
public record QueryMerchants(AccountId owner) implements Message {}
