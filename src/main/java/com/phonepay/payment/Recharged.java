package com.phonepay.payment;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;

/**
 * Money that came in from the bank.
 *
 * @param balanceAfter the balance right after it, also in a replay
 * @param replayed true where the recharge was known before this request
 */
public record Recharged(String entryId, AccountId account, Money amount, Money balanceAfter, boolean replayed) {}
