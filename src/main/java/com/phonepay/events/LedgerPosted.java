package com.phonepay.events;

import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * One posting to one account. The other side of the double entry, in the same slice, is the system account.
 *
 * @param accountId a wallet, or {@code suspense} where the wallet was closed
 * @param entryId the transaction, or the id of a local entry
 * @param entryKind PAYMENT, REFUND, RECHARGE, BONUS, FEE, TAX, PAYOUT
 * @param balanceAfter absent for {@code suspense}
 * @param counterpartyId the other person's account, or the system account's name
 * @param systemAccount the name of the other side in this slice's books
 * @param version counts the account's postings from 1; absent for {@code suspense}
 * @param at milliseconds since 1970
 */
public record LedgerPosted(
        String accountId,
        String entryId,
        String entryKind,
        Type type,
        Money amount,
        @Nullable Money balanceAfter,
        String counterpartyId,
        String systemAccount,
        @Nullable Long version,
        long at)
        implements Payload {

    /** Whether the balance fell or rose. */
    public enum Type {
        DEBIT,
        CREDIT
    }
}
