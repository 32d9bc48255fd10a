package com.phonepay.transaction;

import com.phonepay.kernel.TransactionId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.TreeSet;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The immutable state of one transactions slice.
 *
 * @param open transactions that have not ended, oldest first
 * @param ended transactions that have ended and not been forgotten by the wallets, first ended first
 * @param forgotten transactions forgotten by the wallets, which this slice keeps a little longer
 * @param refundable those of them that paid a merchant, first ended first, kept for the refund period
 * @param utrCount how many UTRs were given out
 */
public record TransactionsState(
        Map<TransactionId, Transaction> transactions,
        TreeSet<Timed> open,
        TreeSet<Timed> ended,
        TreeSet<Timed> forgotten,
        TreeSet<Timed> refundable,
        long utrCount) {

    /** An id and the time by which it is ordered. */
    record Timed(long at, TransactionId id) {
        static final Comparator<Timed> ORDER = Comparator.comparingLong(Timed::at)
                .thenComparing(timed -> timed.id().value());
    }

    static TransactionsState empty() {
        return new TransactionsState(
                HashMap.empty(),
                TreeSet.empty(Timed.ORDER),
                TreeSet.empty(Timed.ORDER),
                TreeSet.empty(Timed.ORDER),
                TreeSet.empty(Timed.ORDER),
                0);
    }

    @Nullable
    Transaction get(TransactionId id) {
        return transactions.getOrElse(id, null);
    }

    /** Only the chat of a transaction has changed, so it stays where it is in every order. */
    TransactionsState withChat(Transaction changed) {
        return new TransactionsState(
                transactions.put(changed.terms().id(), changed), open, ended, forgotten, refundable, utrCount);
    }

    TransactionsState with(Transaction changed) {
        TransactionId id = changed.terms().id();
        Timed asOpen = new Timed(changed.initiatedAt(), id);
        TransactionsState without = without(id);
        return new TransactionsState(
                transactions.put(id, changed),
                changed.hasEnded() ? without.open : without.open.add(asOpen),
                changed.hasEnded() && changed.forgottenAt() == 0
                        ? without.ended.add(new Timed(changed.endedAt(), id))
                        : without.ended,
                isForgotten(changed) ? without.forgotten.add(new Timed(changed.forgottenAt(), id)) : without.forgotten,
                isRefundable(changed) ? without.refundable.add(new Timed(changed.endedAt(), id)) : without.refundable,
                utrCount);
    }

    TransactionsState without(TransactionId id) {
        @Nullable Transaction known = get(id);
        if (known == null) {
            return this;
        }
        return new TransactionsState(
                transactions.remove(id),
                known.hasEnded() ? open : open.remove(new Timed(known.initiatedAt(), id)),
                known.hasEnded() ? ended.remove(new Timed(known.endedAt(), id)) : ended,
                isForgotten(known) ? forgotten.remove(new Timed(known.forgottenAt(), id)) : forgotten,
                isRefundable(known) ? refundable.remove(new Timed(known.endedAt(), id)) : refundable,
                utrCount);
    }

    private static boolean isForgotten(Transaction transaction) {
        return transaction.forgottenAt() != 0 && !transaction.refunds().toMerchant();
    }

    private static boolean isRefundable(Transaction transaction) {
        return transaction.forgottenAt() != 0 && transaction.refunds().toMerchant();
    }

    TransactionsState withUtrCount(long count) {
        return new TransactionsState(transactions, open, ended, forgotten, refundable, count);
    }
}
