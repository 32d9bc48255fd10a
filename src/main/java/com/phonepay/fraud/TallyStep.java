package com.phonepay.fraud;

import com.phonepay.kernel.Money;

/** The attempts of one step of a sliding window, as they are stored. */
public record TallyStep(long startsAt, int count, Money sum) {}
