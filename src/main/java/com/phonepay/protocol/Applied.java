package com.phonepay.protocol;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/**
 * A participant's durable acknowledgement of one step of the second phase.
 *
 * @param toMerchant said with a credit: the payee is a merchant, so the payment may be refunded
 */
public record Applied(TransactionId id, Step step, boolean toMerchant) implements Message {
    public Applied(TransactionId id, Step step) {
        this(id, step, false);
    }

    /** The steps that a decision leads to. */
    public enum Step {
        CAPTURED,
        CREDITED,
        RELEASED
    }
}
