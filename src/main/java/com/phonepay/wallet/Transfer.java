package com.phonepay.wallet;

import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;

/** A double entry inside one slice: the amount leaves one account and enters the other, so it always nets to zero. */
public record Transfer(LedgerAccount from, LedgerAccount to, Money amount) {
    public Transfer {
        Invariant.check(!amount.isNegative(), "a transfer never runs backwards");
    }
}
