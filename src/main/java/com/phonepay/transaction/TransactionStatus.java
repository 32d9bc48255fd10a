package com.phonepay.transaction;

/** The public state of a transaction. PENDING means not known yet; the others never change again. */
public enum TransactionStatus {
    PENDING,
    SUCCESS,
    FAILED,
    BLOCKED
}
