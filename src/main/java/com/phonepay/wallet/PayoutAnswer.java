package com.phonepay.wallet;

import com.phonepay.kernel.Answer;

/** Where a payout stands; replayed where it was known before this request. */
public record PayoutAnswer(Payout payout, boolean replayed) implements Answer {}
