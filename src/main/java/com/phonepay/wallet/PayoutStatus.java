package com.phonepay.wallet;

/** SETTLING becomes SETTLED or FAILED, and those never change. */
public enum PayoutStatus {
    /** The amount is held, and the bank has not answered for good. */
    SETTLING,
    SETTLED,
    FAILED
}
