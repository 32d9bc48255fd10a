package com.phonepay.wallet;

import com.phonepay.kernel.Answer;
import java.util.List;

/** A merchant, its wallet, and its payouts of the last day and those under way, newest first. */
public record MerchantView(Merchant merchant, BalanceView wallet, List<Payout> payouts) implements Answer {}
