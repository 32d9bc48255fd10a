package com.phonepay.readmodel.rebuild;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a comparison found. Equal is what counts; everything else is a document that differs from the journal. */
public final class Findings {
    private static final int EXAMPLES = 20;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final List<String> examples = new ArrayList<>();
    private final long compared;

    /** How a document can differ. */
    public enum Kind {
        /** The journal tells of it, and it is not there. */
        MISSING,
        /** It is there, and the journal tells otherwise. */
        DIFFERENT,
        /** It is there, and the journal knows nothing of it. */
        EXTRA,
        /** It is missing or older, and the event is so young that it may still be on its way. */
        BEHIND
    }

    Findings(long compared) {
        this.compared = compared;
    }

    void add(Kind kind, String document) {
        counts.merge(kind, 1, Integer::sum);
        if (examples.size() < EXAMPLES) {
            examples.add(kind + " " + document);
        }
    }

    /** How many documents the journal tells of. */
    public long compared() {
        return compared;
    }

    public int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Nothing differs that is not just on its way. */
    public boolean areEqual() {
        return count(Kind.MISSING) + count(Kind.DIFFERENT) + count(Kind.EXTRA) == 0;
    }

    /** The first that were found. */
    public List<String> examples() {
        return List.copyOf(examples);
    }

    @Override
    public String toString() {
        return compared + " documents compared: " + count(Kind.MISSING) + " missing, " + count(Kind.DIFFERENT)
                + " different, " + count(Kind.EXTRA) + " extra, " + count(Kind.BEHIND) + " on their way";
    }
}
