package com.phonepay.transaction;

import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Verdict;
import org.jspecify.annotations.Nullable;

/** The one decision of a transaction: commit with a UTR, or abort with the first refusal. Never changes. */
public record Decision(
        boolean commit, @Nullable Rejection refusal, @Nullable Verdict verdict, @Nullable String utr, long at) {
    TransactionStatus status() {
        if (commit) {
            return TransactionStatus.SUCCESS;
        }
        return refusal != null && refusal.code().equals("fraud") ? TransactionStatus.BLOCKED : TransactionStatus.FAILED;
    }
}
