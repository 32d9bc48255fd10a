package com.phonepay.protocol;

import com.phonepay.kernel.Message;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * A vote on a transaction. The fingerprint is the one that was asked, also where the voter knows the id under another.
 * A yes has no refusal; the verdict is there for the fraud screen's votes only.
 */
public record Vote(
        TransactionId id, String fingerprint, Role voter, @Nullable Rejection refusal, @Nullable Verdict verdict)
        implements Message {

    public static Vote yes(Terms terms, Role voter) {
        return new Vote(terms.id(), terms.fingerprint(), voter, null, null);
    }

    public static Vote no(Terms terms, Role voter, Rejection refusal) {
        return new Vote(terms.id(), terms.fingerprint(), voter, refusal, null);
    }

    public boolean isYes() {
        return refusal == null;
    }
}
