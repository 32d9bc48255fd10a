package com.phonepay.protocol;

import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;

/**
 * What a transaction is about, the same in every message of it. The fingerprint is a hash of the parties, the amount
 * and the note: a message whose terms differ from the recorded ones is refused or ignored, never applied.
 */
public record Terms(TransactionId id, String fingerprint, AccountId payer, AccountId payee, Money amount, String note) {

    /** True where both speak of the same transaction under the same body. */
    public boolean matches(Terms other) {
        return id.equals(other.id) && fingerprint.equals(other.fingerprint) && amount.equals(other.amount);
    }
}
