package com.phonepay.readmodel;

import com.phonepay.kernel.Money;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.wallet.Entry;
import org.jspecify.annotations.Nullable;

/**
 * One line of an account's history.
 *
 * @param id unique among the lines of an account
 * @param reference the transaction id, or the id of a local entry (recharge, bonus)
 * @param balanceAfter null where no money moved
 * @param counterparty the other account, or the name of a system account
 * @param kind for example {@code PAYMENT} or {@code RECHARGE}; null where it is not known
 * @param reason why it failed or was blocked
 */
public record HistoryLine(
        String id,
        String reference,
        Entry.Type type,
        Money amount,
        @Nullable Money balanceAfter,
        long at,
        String counterparty,
        @Nullable String kind,
        TransactionStatus status,
        @Nullable String utr,
        @Nullable String note,
        @Nullable String reason) {

    public Cursor cursor() {
        return new Cursor(at, id);
    }
}
