package com.phonepay.protocol;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.TransactionId;

/** A participant's durable acknowledgement of one step of the second phase. */
public record Applied(TransactionId id, Step step) implements Message {
    /** The steps that a decision leads to. */
    public enum Step {
        CAPTURED,
        CREDITED,
        RELEASED
    }
}
