package com.phonepay.readmodel.rebuild;

import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import org.jspecify.annotations.Nullable;

/**
 * A document that looked wrong.
 *
 * @param expected what the journal tells; null where it does not know the document
 * @param seen what was stored when it looked wrong; null where nothing was
 */
record Suspect(View view, String id, @Nullable ViewDocument expected, @Nullable ViewDocument seen) {

    Suspect expecting(ViewDocument told) {
        return new Suspect(view, id, told, seen);
    }

    @Override
    public String toString() {
        return view.label() + "/" + id;
    }
}
