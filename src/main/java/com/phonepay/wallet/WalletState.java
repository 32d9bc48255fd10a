package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import com.phonepay.protocol.Terms;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.TreeSet;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The immutable state of one wallet slice.
 *
 * @param openHolds ids of undecided holds, oldest first
 * @param localEntryTimes local entries, oldest first
 * @param book the merchants among the accounts
 */
public record WalletState(
        Map<AccountId, Account> accounts,
        Map<SystemAccount, Money> stripes,
        Map<TransactionId, Debit> debits,
        Map<TransactionId, Terms> credits,
        TreeSet<Timed> openHolds,
        Map<String, LocalEntry> localEntries,
        TreeSet<Timed> localEntryTimes,
        MerchantBook book) {

    /** An id and the time by which it is ordered. */
    record Timed(long at, String id) {
        static final Comparator<Timed> ORDER =
                Comparator.comparingLong(Timed::at).thenComparing(Timed::id);
    }

    static WalletState empty() {
        return new WalletState(
                HashMap.empty(),
                HashMap.empty(),
                HashMap.empty(),
                HashMap.empty(),
                TreeSet.empty(Timed.ORDER),
                HashMap.empty(),
                TreeSet.empty(Timed.ORDER),
                MerchantBook.EMPTY);
    }

    /** This slice's stripe of a system account, in paise; negative where more left it than entered. */
    public Money stripe(SystemAccount account) {
        return stripes.getOrElse(account, Money.ZERO);
    }

    /** What a wallet or this slice's stripe of a system account has; nothing where it is unknown. */
    public Money balanceOf(LedgerAccount account) {
        return account instanceof LedgerAccount.Wallet wallet
                ? accounts.get(wallet.id()).map(Account::balance).getOrElse(Money.ZERO)
                : stripe((SystemAccount) account);
    }

    /** The sum over everything in the slice, which is zero at all times. */
    public Money total() {
        Money wallets = accounts.values().foldLeft(Money.ZERO, (sum, account) -> sum.plus(account.balance()));
        return stripes.values().foldLeft(wallets, Money::plus);
    }

    WalletState with(Account account) {
        return new WalletState(
                accounts.put(account.id(), account),
                stripes,
                debits,
                credits,
                openHolds,
                localEntries,
                localEntryTimes,
                book);
    }

    WalletState with(SystemAccount account, Money balance) {
        return new WalletState(
                accounts,
                stripes.put(account, balance),
                debits,
                credits,
                openHolds,
                localEntries,
                localEntryTimes,
                book);
    }

    WalletState with(TransactionId id, Debit debit) {
        Timed timed = new Timed(debit.heldAt(), id.value());
        TreeSet<Timed> open = debit.state() == Debit.State.HELD ? openHolds.add(timed) : openHolds.remove(timed);
        return new WalletState(
                accounts, stripes, debits.put(id, debit), credits, open, localEntries, localEntryTimes, book);
    }

    WalletState withCredit(Terms terms) {
        return new WalletState(
                accounts,
                stripes,
                debits,
                credits.put(terms.id(), terms),
                openHolds,
                localEntries,
                localEntryTimes,
                book);
    }

    WalletState withoutDebit(TransactionId id) {
        return new WalletState(
                accounts, stripes, debits.remove(id), credits, openHolds, localEntries, localEntryTimes, book);
    }

    WalletState withoutCredit(TransactionId id) {
        return new WalletState(
                accounts, stripes, debits, credits.remove(id), openHolds, localEntries, localEntryTimes, book);
    }

    WalletState with(LocalEntry entry) {
        return new WalletState(
                accounts,
                stripes,
                debits,
                credits,
                openHolds,
                localEntries.put(entry.reference(), entry),
                localEntryTimes.add(new Timed(entry.at(), entry.reference())),
                book);
    }

    WalletState withoutLocal(String reference) {
        return localEntries
                .get(reference)
                .map(entry -> new WalletState(
                        accounts,
                        stripes,
                        debits,
                        credits,
                        openHolds,
                        localEntries.remove(reference),
                        localEntryTimes.remove(new Timed(entry.at(), reference)),
                        book))
                .getOrElse(this);
    }

    WalletState with(MerchantBook changed) {
        return new WalletState(accounts, stripes, debits, credits, openHolds, localEntries, localEntryTimes, changed);
    }

    WalletState with(Merchant merchant) {
        return with(book.with(merchant));
    }

    /** The open window of an account, where it is a merchant's. */
    @Nullable
    Long windowOf(AccountId account) {
        @Nullable Merchant merchant = book.merchant(account);
        return merchant == null ? null : merchant.open().number();
    }
}
