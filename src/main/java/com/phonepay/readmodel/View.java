package com.phonepay.readmodel;

/** The kinds of documents. The label is the name of the collection that holds them. */
public enum View {
    /** One for each payment or refund that has ended. */
    TRANSACTIONS("transactions"),
    /** One for each line of an account's statement. */
    LEDGER("ledger_entries"),
    /** What everybody may know of an account: name and payment address. */
    PROFILES("profiles"),
    /** One for each merchant: whose it is, and what being paid costs it. */
    MERCHANTS("merchants"),
    /** One for each settlement window of a merchant. */
    SETTLEMENTS("settlements"),
    /** Messages to people. */
    NOTIFICATIONS("notifications"),
    FRAUD_ALERTS("fraud_alerts");

    private final String label;

    View(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
