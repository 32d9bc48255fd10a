package com.phonepay.jobs.proof;

/** The ways in which a ledger can be wrong. */
public enum Break {
    /** The entries of a transaction do not sum to zero: money was lost or made. */
    UNBALANCED,
    /** A payment was completed, and an entry of it is missing. */
    MISSING_ENTRY,
    /** Entries of a transaction that nobody completed. */
    UNKNOWN_TRANSACTION,
    /** Debit and credit balance, but not with the amount or the parties of the payment, or more than once. */
    NOT_THE_PAYMENT,
    /** A number is missing among a wallet's entries. */
    GAP,
    /** Two different entries have one number. */
    FORK,
    /** Balance before and amount do not make the balance that the entry states. */
    WRONG_BALANCE,
    /** A wallet below zero. */
    NEGATIVE_BALANCE
}
