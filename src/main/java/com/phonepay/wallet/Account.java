package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Money;
import io.vavr.collection.List;

/** One wallet. Available is what is left when the holds are taken off the balance; neither is ever negative. */
record Account(
        AccountId id,
        AccountStatus status,
        Money balance,
        Money held,
        long openedAt,
        long version,
        Usage usage,
        List<Entry> entries) {

    Account {
        Invariant.check(!balance.isNegative(), "a wallet is never negative");
        Invariant.check(!held.isNegative() && !held.exceeds(balance), "holds are covered by the balance");
    }

    static Account open(AccountId id, long at) {
        return new Account(id, AccountStatus.ACTIVE, Money.ZERO, Money.ZERO, at, 0, Usage.NONE, List.empty());
    }

    Money available() {
        return balance.minus(held);
    }

    BalanceView view() {
        return new BalanceView(id, balance, held, version, status);
    }

    Account hold(Money amount, long day, boolean inFirstDay) {
        return with(balance, held.plus(amount), usage.plus(amount, day, inFirstDay));
    }

    Account release(Money amount, long day, boolean inFirstDay) {
        return with(balance, held.minus(amount), usage.minus(amount, day, inFirstDay));
    }

    /** Sets an amount aside without counting it against limits. */
    Account reserve(Money amount) {
        return with(balance, held.plus(amount), usage);
    }

    /** A held amount leaves: first it stops being held, then it stops being there. */
    Account unhold(Money amount) {
        return with(balance, held.minus(amount), usage);
    }

    Account post(Entry.Type type, Money amount, String reference, String counterparty, long at) {
        Money after = type == Entry.Type.CREDIT ? balance.plus(amount) : balance.minus(amount);
        Entry entry = new Entry(reference, type, amount, after, at, counterparty);
        return new Account(
                id,
                status,
                after,
                held,
                openedAt,
                version + 1,
                usage,
                entries.prepend(entry).take(Entry.KEPT));
    }

    Account with(AccountStatus newStatus) {
        return new Account(id, newStatus, balance, held, openedAt, version, usage, entries);
    }

    private Account with(Money newBalance, Money newHeld, Usage newUsage) {
        return new Account(id, status, newBalance, newHeld, openedAt, version, newUsage, entries);
    }
}
