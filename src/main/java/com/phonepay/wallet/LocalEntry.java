package com.phonepay.wallet;

import com.phonepay.kernel.Money;

/** A recharge or bonus that is remembered for 24 hours, so that a repeat gets the same answer. */
public record LocalEntry(String reference, String fingerprint, Money balanceAfter, long at) {}
