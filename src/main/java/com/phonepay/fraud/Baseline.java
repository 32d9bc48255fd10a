package com.phonepay.fraud;

import com.phonepay.kernel.Money;

/** The mean of all payments of a payer, as the analysis knows it. Grows with the payments that it stands on. */
public record Baseline(Money mean, long payments) {}
