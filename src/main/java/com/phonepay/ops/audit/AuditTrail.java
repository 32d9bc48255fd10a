package com.phonepay.ops.audit;

import java.util.List;
import java.util.concurrent.CompletionStage;

/** The chain of what administrators did. */
public interface AuditTrail {
    /** Durable when the stage completes. Fails where it can not be written; then nothing may be done either. */
    CompletionStage<AuditEntry> append(AuditFact fact);

    /**
     * Entries below a number, newest first.
     *
     * @param before {@link Long#MAX_VALUE} for the newest
     */
    CompletionStage<List<AuditEntry>> page(long before, int limit);
}
