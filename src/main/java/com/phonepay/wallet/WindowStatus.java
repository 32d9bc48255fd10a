package com.phonepay.wallet;

/** OPEN becomes CLOSED becomes SETTLING becomes SETTLED or FAILED; with nothing to pay out CLOSED becomes SETTLED. */
public enum WindowStatus {
    /** Collects payments and refunds. */
    OPEN,
    /** Its sums are final, its fee and tax are posted. */
    CLOSED,
    /** Its payout is held, and the bank has not answered for good. */
    SETTLING,
    /** Paid out, or nothing was left to pay out. */
    SETTLED,
    /** The bank refused its payout; the money stays with the merchant and goes with the next one. */
    FAILED
}
