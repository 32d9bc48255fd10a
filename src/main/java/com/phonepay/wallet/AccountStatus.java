package com.phonepay.wallet;

/** Whether an account may pay and be paid. A frozen account may still be credited by what was decided before. */
public enum AccountStatus {
    ACTIVE,
    FROZEN,
    CLOSED
}
