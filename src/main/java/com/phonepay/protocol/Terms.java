package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction is about, the same in every message of it. The fingerprint is a hash of the parties, the amount
 * and the note: a message whose terms differ from the recorded ones is refused or ignored, never applied.
 *
 * @param original the payment that a refund gives back; absent for a payment
 */
public record Terms(
        TransactionId id,
        String fingerprint,
        AccountId payer,
        AccountId payee,
        Money amount,
        String note,
        @Nullable TransactionId original) {

    /** The terms of a payment. */
    public Terms(TransactionId id, String fingerprint, AccountId payer, AccountId payee, Money amount, String note) {
        this(id, fingerprint, payer, payee, amount, note, null);
    }

    /** True where both speak of the same transaction under the same body. */
    public boolean matches(Terms other) {
        return id.equals(other.id) && fingerprint.equals(other.fingerprint) && amount.equals(other.amount);
    }

    public boolean isRefund() {
        return original != null;
    }
}
