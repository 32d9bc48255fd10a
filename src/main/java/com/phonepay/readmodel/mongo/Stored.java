package com.phonepay.readmodel.mongo;

import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The shape of a document in MongoDB, there and back. Reading is total: a damaged document is read as what it is. */
final class Stored {
    static final String ID = "_id";
    static final String SLICE = "slice";
    static final String SEQUENCE = "sequence";
    static final String INDEX = "index";
    private static final Set<String> OURS = Set.of(ID, SLICE, SEQUENCE, INDEX);

    private Stored() {}

    static Document of(ViewDocument document) {
        Document stored = new Document(ID, document.id())
                .append(SLICE, document.origin().slice())
                .append(SEQUENCE, document.origin().sequence())
                .append(INDEX, document.origin().index());
        stored.putAll(document.fields());
        return stored;
    }

    static ViewDocument read(View view, Document stored) {
        Map<String, Object> fields = new LinkedHashMap<>();
        stored.forEach((name, value) -> {
            if (!OURS.contains(name)) {
                fields.put(name, value);
            }
        });
        return new ViewDocument(view, String.valueOf(stored.get(ID)), origin(stored), fields);
    }

    static Origin origin(Document stored) {
        return new Origin(
                text(stored, SLICE) == null ? "" : String.valueOf(stored.get(SLICE)), number(stored, SEQUENCE), (int)
                        number(stored, INDEX));
    }

    static @Nullable String text(Document stored, String name) {
        return stored.get(name) instanceof String text ? text : null;
    }

    static String textOr(Document stored, String name, String otherwise) {
        String text = text(stored, name);
        return text == null ? otherwise : text;
    }

    static long number(Document stored, String name) {
        return stored.get(name) instanceof Number number ? number.longValue() : 0;
    }

    static Money money(Document stored, String name) {
        return Money.ofPaise(number(stored, name));
    }

    static @Nullable Double decimal(Document stored, String name) {
        return stored.get(name) instanceof Number number ? number.doubleValue() : null;
    }

    static List<String> texts(Document stored, String name) {
        return stored.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
