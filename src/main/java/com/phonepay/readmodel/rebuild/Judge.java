package com.phonepay.readmodel.rebuild;

import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.rebuild.Findings.Kind;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a suspect after the journal was read on. What was stored at the first look is explained by then; what was
 * stored since may be from rows that were not read, and is left alone.
 */
final class Judge {
    private static final long ON_THEIR_WAY_MILLIS = 15_000;

    private final Map<String, Long> reached;
    private final long now;

    /**
     * @param reached the last sequence number that was read of each slice
     * @param now milliseconds since 1970
     */
    Judge(Map<String, Long> reached, long now) {
        this.reached = reached;
        this.now = now;
    }

    /** What is wrong with the document as it is stored by now; empty where nothing is. */
    Optional<Kind> judge(Suspect suspect, @Nullable ViewDocument stored) {
        ViewDocument expected = suspect.expected();
        if (stored == null) {
            return expected == null ? Optional.empty() : Optional.of(isYoung(expected) ? Kind.BEHIND : Kind.MISSING);
        }
        if (stored.equals(expected) || wasWrittenSince(suspect, stored)) {
            return Optional.empty();
        }
        if (expected == null) {
            return Optional.of(Kind.EXTRA);
        }
        return Optional.of(isOlder(stored, expected) && isYoung(expected) ? Kind.BEHIND : Kind.DIFFERENT);
    }

    private boolean wasWrittenSince(Suspect suspect, ViewDocument stored) {
        Origin origin = stored.origin();
        Long read = reached.get(origin.slice());
        return !stored.equals(suspect.seen()) && read != null && origin.sequence() > read;
    }

    /** Whether a guarded write of what is expected replaces what is stored. */
    static boolean isOlder(ViewDocument stored, ViewDocument expected) {
        return stored.origin().slice().equals(expected.origin().slice())
                && stored.origin().compareTo(expected.origin()) < 0;
    }

    private boolean isYoung(ViewDocument document) {
        return document.fields().get("at") instanceof Long at && at > now - ON_THEIR_WAY_MILLIS;
    }
}
