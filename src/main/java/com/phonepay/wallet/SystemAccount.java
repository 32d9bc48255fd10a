package com.phonepay.wallet;

/** The accounts that the system itself keeps, a stripe in every wallet slice, so that none is a hot spot. */
public enum SystemAccount implements LedgerAccount {
    /** The bank side of recharges; its negative is what users brought in. */
    BANK_FUNDING("bank_funding"),
    PAYOUT("payout"),
    PROMOTION("promotion"),
    FEES("fees"),
    TAX("tax"),
    /** Captured and not yet credited. All stripes together are the money in flight, and zero when the system is quiet. */
    CLEARING("clearing"),
    /** Credits to wallets that were closed after they had voted yes. */
    SUSPENSE("suspense");

    private final String label;

    SystemAccount(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
