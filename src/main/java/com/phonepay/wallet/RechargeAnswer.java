package com.phonepay.wallet;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Money;

/** The balance right after the recharge; a replay gives the same balance again, not today's. */
public record RechargeAnswer(String entryId, Money balanceAfter, boolean replayed) implements Answer {}
