package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.TreeSet;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The merchants of one slice and their payouts.
 *
 * @param unsettled merchants with closed windows that wait for a payout
 * @param open payouts that the bank has not answered for good, oldest first
 * @param ended payouts that have come to their end and are remembered for their key, first ended first
 */
public record MerchantBook(
        Map<AccountId, Merchant> merchants,
        Map<String, Payout> payouts,
        TreeSet<AccountId> unsettled,
        TreeSet<WalletState.Timed> open,
        TreeSet<WalletState.Timed> ended) {
    static final MerchantBook EMPTY = new MerchantBook(
            HashMap.empty(),
            HashMap.empty(),
            TreeSet.empty(Comparator.comparing(AccountId::value)),
            TreeSet.empty(WalletState.Timed.ORDER),
            TreeSet.empty(WalletState.Timed.ORDER));

    @Nullable
    Merchant merchant(AccountId id) {
        return merchants.getOrElse(id, null);
    }

    @Nullable
    Payout payout(String reference) {
        return payouts.getOrElse(reference, null);
    }

    MerchantBook with(Merchant merchant) {
        return new MerchantBook(
                merchants.put(merchant.id(), merchant),
                payouts,
                merchant.unsettled().isEmpty() ? unsettled.remove(merchant.id()) : unsettled.add(merchant.id()),
                open,
                ended);
    }

    MerchantBook with(Payout payout) {
        MerchantBook without = withoutPayout(payout.reference());
        WalletState.Timed timed = timed(payout);
        return new MerchantBook(
                merchants,
                without.payouts.put(payout.reference(), payout),
                unsettled,
                payout.isOpen() ? without.open.add(timed) : without.open,
                payout.isOpen() ? without.ended : without.ended.add(timed));
    }

    MerchantBook withoutPayout(String reference) {
        @Nullable Payout known = payout(reference);
        if (known == null) {
            return this;
        }
        WalletState.Timed timed = timed(known);
        return new MerchantBook(
                merchants, payouts.remove(reference), unsettled, open.remove(timed), ended.remove(timed));
    }

    private static WalletState.Timed timed(Payout payout) {
        return new WalletState.Timed(payout.isOpen() ? payout.requestedAt() : payout.decidedAt(), payout.reference());
    }
}
