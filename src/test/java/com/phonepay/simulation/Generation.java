package com.phonepay.simulation;

import com.phonepay.protocol.Terms;
import com.phonepay.transaction.Decision;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import org.jspecify.annotations.Nullable;

/** One use of a transaction id, from its initiation to the day it is forgotten, as far as it is effected. */
final class Generation {
    final Terms terms;
    final long initiatedAt;
    final long resolveBy;
    boolean captured;
    boolean credited;
    boolean ended;
    boolean forgotten;

    /** Given back or reserved to be, in paise. */
    long refunded;

    int openRefunds;

    @Nullable
    Decision decision;

    Generation(Terms terms, long initiatedAt, long resolveBy) {
        this.terms = terms;
        this.initiatedAt = initiatedAt;
        this.resolveBy = resolveBy;
    }

    boolean isCommitted() {
        return decision != null && decision.commit();
    }

    boolean isAborted() {
        return decision != null && !decision.commit();
    }

    /** What every final answer about it must be, to the letter. */
    @Nullable
    TransactionView view() {
        Decision made = decision;
        return made == null
                ? null
                : new TransactionView(
                        terms,
                        status(made),
                        made.refusal(),
                        made.verdict(),
                        made.utr(),
                        initiatedAt,
                        made.at(),
                        resolveBy);
    }

    private static TransactionStatus status(Decision made) {
        if (made.commit()) {
            return TransactionStatus.SUCCESS;
        }
        return made.refusal() != null && made.refusal().code().equals("fraud")
                ? TransactionStatus.BLOCKED
                : TransactionStatus.FAILED;
    }
}
