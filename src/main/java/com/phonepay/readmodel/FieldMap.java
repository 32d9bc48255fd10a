package com.phonepay.readmodel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the fields of a document in order. What is null is left out, so that absent has one spelling. */
public final class FieldMap {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    public FieldMap with(String name, @Nullable String value) {
        return put(name, value);
    }

    public FieldMap with(String name, @Nullable Long value) {
        return put(name, value);
    }

    public FieldMap with(String name, @Nullable Double value) {
        return put(name, value);
    }

    public FieldMap with(String name, List<String> values) {
        return put(name, List.copyOf(values));
    }

    public Map<String, Object> all() {
        return Collections.unmodifiableMap(fields);
    }

    private FieldMap put(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }
}
