package com.phonepay.transaction;

import com.phonepay.kernel.Message;

/** Answered with {@link InDoubtAnswer}: the transactions of the slice that have not ended, oldest first. */
public record QueryInDoubt(int limit) implements Message {}
