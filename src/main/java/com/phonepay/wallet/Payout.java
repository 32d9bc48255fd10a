package com.phonepay.wallet;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * Settled money on its way to a merchant's bank.
 *
 * @param reference the id of the request, or of the window; may be used again once the slice has forgotten it
 * @param fingerprint of the request of an owner; empty for a window's
 * @param window the number of the window it settles, 0 where its owner asked for it
 * @param decidedAt slice time of the bank's last word, 0 before
 * @param reason why the bank refused
 */
public record Payout(
        String reference,
        String fingerprint,
        AccountId merchant,
        Money amount,
        long window,
        PayoutStatus status,
        long requestedAt,
        long decidedAt,
        @Nullable String bankReference,
        @Nullable String reason) {

    static Payout held(
            String reference, String fingerprint, AccountId merchant, Money amount, long window, long requestedAt) {
        return new Payout(
                reference, fingerprint, merchant, amount, window, PayoutStatus.SETTLING, requestedAt, 0, null, null);
    }

    /**
     * The name under which the bank is told, once or often, to pay it once. An owner may use a key again a day later: the
     * bank, which forgets nothing, must not take that for the payout that it has made.
     */
    public String instruction() {
        return window > 0 ? reference : reference + "-" + requestedAt;
    }

    boolean isOpen() {
        return status == PayoutStatus.SETTLING;
    }

    Payout paid(String byBank, long at) {
        return ended(PayoutStatus.SETTLED, byBank, null, at);
    }

    Payout refused(String why, long at) {
        return ended(PayoutStatus.FAILED, null, why, at);
    }

    private Payout ended(PayoutStatus end, @Nullable String byBank, @Nullable String why, long at) {
        return new Payout(reference, fingerprint, merchant, amount, window, end, requestedAt, at, byBank, why);
    }
}
