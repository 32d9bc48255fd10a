package com.phonepay.kernel;

/** The four kinds of slice. The name is stored in the journal and must never change. */
public enum SliceType {
    TRANSACTIONS("transactions"),
    WALLETS("wallets"),
    FRAUD("fraud"),
    DIRECTORY("directory");

    private final String label;

    SliceType(String label) {
        this.label = label;
    }

    /** The name in persistence ids, shard type names, metrics and answers. */
    public String label() {
        return label;
    }
}
