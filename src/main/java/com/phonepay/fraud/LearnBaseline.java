package com.phonepay.fraud;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Money;

/**
 * What the analysis of all committed payments found usual for a payer. Repeating it, or telling an older one, changes
 * nothing.
 *
 * @param payments how many payments it stands on
 */
public record LearnBaseline(AccountId account, Money mean, long payments) implements Message {}
