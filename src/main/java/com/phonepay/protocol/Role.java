package com.phonepay.protocol;

/** Who takes part in a transaction beside its coordinator. */
public enum Role {
    PAYER,
    PAYEE,
    FRAUD
}
