package com.phonepay.fraud;

import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;

/** A payment that succeeded, as far as the profile remembers it: the id tells a repeated report from a new one. */
public record Payment(TransactionId id, Money amount) {}
