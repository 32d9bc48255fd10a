package com.phonepay.wallet;

import com.phonepay.kernel.Money;

/**
 * One line of an account's statement.
 *
 * @param reference the transaction id, or the id of the local entry (recharge, bonus)
 * @param at slice time, milliseconds since 1970
 * @param counterparty the other account, or the name of the system account
 */
public record Entry(String reference, Type type, Money amount, Money balanceAfter, long at, String counterparty) {
    /** How many entries of an account a slice keeps in memory. */
    public static final int KEPT = 20;

    /** Whether the balance fell or rose. */
    public enum Type {
        DEBIT,
        CREDIT
    }
}
