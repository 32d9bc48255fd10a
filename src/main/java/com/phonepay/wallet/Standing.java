package com.phonepay.wallet;

import com.phonepay.kernel.Money;

/**
 * How an account stands after a posting. It is part of the event, so that whoever reads the journal knows the balance
 * without reading all that came before. Replaying does not need it.
 *
 * @param version how many postings the account has seen, this one included
 */
public record Standing(Money balance, long version) {
    static Standing of(Account account) {
        return new Standing(account.balance(), account.version());
    }

    /** After one more posting that takes the amount away. */
    Standing less(Money amount) {
        return new Standing(balance.minus(amount), version + 1);
    }

    static Standing after(Account account, Entry.Type type, Money amount) {
        Money balance = account.balance();
        return new Standing(
                type == Entry.Type.CREDIT ? balance.plus(amount) : balance.minus(amount), account.version() + 1);
    }
}
