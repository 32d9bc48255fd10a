package com.phonepay.readmodel.rebuild;

import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import com.phonepay.readmodel.rebuild.Findings.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a portion of documents right again: the wrong ones go, as long as nobody changed them, then the right come. */
final class Repair {
    private final List<ViewDocument> wrong = new ArrayList<>();
    private final List<ViewDocument> right = new ArrayList<>();

    /** An older document is not wrong: it is overwritten by the newer. */
    void add(Kind kind, @Nullable ViewDocument expected, @Nullable ViewDocument stored) {
        if (stored != null && kind != Kind.BEHIND) {
            wrong.add(stored);
        }
        if (expected != null) {
            right.add(expected);
        }
    }

    void repair(ViewStore store) {
        if (!wrong.isEmpty()) {
            Stages.join(store.remove(wrong));
        }
        if (!right.isEmpty()) {
            Stages.join(store.restore(right));
        }
    }
}
