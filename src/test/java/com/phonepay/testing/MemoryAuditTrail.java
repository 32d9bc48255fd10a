package com.phonepay.testing;

import com.phonepay.ops.audit.AuditEntry;
import com.phonepay.ops.audit.AuditFact;
import com.phonepay.ops.audit.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A chain in memory that can be told to fail. */
public final class MemoryAuditTrail implements AuditTrail {
    private final List<AuditEntry> entries = new ArrayList<>();
    public volatile boolean fails;

    @Override
    public synchronized CompletionStage<AuditEntry> append(AuditFact fact) {
        if (fails) {
            return CompletableFuture.failedFuture(new IllegalStateException("the disk is gone"));
        }
        String previous = entries.isEmpty()
                ? AuditEntry.ORIGIN
                : entries.get(entries.size() - 1).hash();
        entries.add(AuditEntry.sealed(entries.size() + 1L, 1_000L + entries.size(), fact, previous));
        return CompletableFuture.completedFuture(entries.get(entries.size() - 1));
    }

    @Override
    public synchronized CompletionStage<List<AuditEntry>> page(long before, int limit) {
        List<AuditEntry> page = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0 && page.size() < limit; i--) {
            if (entries.get(i).sequence() < before) {
                page.add(entries.get(i));
            }
        }
        return CompletableFuture.completedFuture(page);
    }

    public synchronized List<AuditEntry> all() {
        return List.copyOf(entries);
    }
}
