package com.phonepay.slice.journal;

import com.phonepay.kernel.TransactionId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one event says about a transaction.
 *
 * @param what a stable word, for example {@code Held}
 * @param who the part that the slice plays, for example {@code payer}
 * @param facts more of it, for people
 * @param utr the transaction's reference where this event gave it one
 */
public record TimelineWord(
        TransactionId id, String what, String who, Map<String, String> facts, @Nullable String utr) {}
