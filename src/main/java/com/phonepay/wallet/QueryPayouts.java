package com.phonepay.wallet;

import com.phonepay.kernel.Message;

/** Answered with {@link OpenPayouts}: the payouts of the slice that the bank has not answered for good, oldest first. */
public record QueryPayouts(int limit) implements Message {}
