package com.phonepay.transaction;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.protocol.Terms;
import com.phonepay.protocol.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a transaction. A final view is built from the decision alone, so that every repeat is equal to
 * the letter.
 *
 * @param refusal why it failed or was blocked
 * @param verdict what the fraud screen said, where it was heard before the decision
 * @param utr the unique transaction reference, 12 digits, of a committed transaction
 * @param initiatedAt milliseconds since 1970
 * @param decidedAt milliseconds since 1970, or 0 while undecided
 * @param resolveBy when an undecided transaction is aborted at the latest
 */
public record TransactionView(
        Terms terms,
        TransactionStatus status,
        @Nullable Rejection refusal,
        @Nullable Verdict verdict,
        @Nullable String utr,
        long initiatedAt,
        long decidedAt,
        long resolveBy)
        implements Answer {}
