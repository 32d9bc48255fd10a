package com.phonepay.wallet;

import com.phonepay.kernel.Answer;
import java.util.List;

/** In order of their ids. */
public record MerchantsView(List<MerchantView> merchants) implements Answer {}
