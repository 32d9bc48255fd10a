package com.phonepay.ops.audit;

import java.util.List;
import java.util.Optional;

/** Checks a chain, the oldest entry first, page by page. */
public final class AuditChain {
    private long count;
    private String head = AuditEntry.ORIGIN;

    /** What is wrong with the next entries; empty where they continue the chain. */
    public Optional<String> accept(List<AuditEntry> next) {
        for (AuditEntry entry : next) {
            if (entry.sequence() != count + 1) {
                return Optional.of("entry " + (count + 1) + " is missing");
            }
            if (!entry.previousHash().equals(head)) {
                return Optional.of("entry " + entry.sequence() + " does not follow the one before");
            }
            if (!entry.isIntact()) {
                return Optional.of("entry " + entry.sequence() + " was changed");
            }
            count++;
            head = entry.hash();
        }
        return Optional.empty();
    }

    /** How many entries were accepted. */
    public long count() {
        return count;
    }

    /** The hash of the last one. Who keeps it notices a chain that was cut off or written anew. */
    public String head() {
        return head;
    }
}
