package com.phonepay.wallet;

import com.phonepay.kernel.Answer;
import java.util.List;

/** At most the asked number of payouts, and how many there are in all. */
public record OpenPayouts(int total, List<Payout> oldest) implements Answer {}
