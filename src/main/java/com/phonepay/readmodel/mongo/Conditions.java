package com.phonepay.readmodel.mongo;

import com.mongodb.client.model.Filters;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Filter;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Collects what a document must fulfil. What is not asked for is not a condition. */
final class Conditions {
    private final List<Bson> all = new ArrayList<>();

    Conditions equal(String field, @Nullable String value) {
        return value == null ? this : add(Filters.eq(field, value));
    }

    Conditions oneOf(String field, List<String> values) {
        return add(Filters.in(field, values));
    }

    /** Time and amount. */
    Conditions within(Filter filter) {
        between("at", filter.from(), filter.to());
        if (filter.paiseMin() > 0) {
            add(Filters.gte("amount_paise", filter.paiseMin()));
        }
        return filter.paiseMax() == Long.MAX_VALUE ? this : add(Filters.lte("amount_paise", filter.paiseMax()));
    }

    Conditions between(String field, long from, long to) {
        if (from > 0) {
            add(Filters.gte(field, from));
        }
        return to == Long.MAX_VALUE ? this : add(Filters.lt(field, to));
    }

    Conditions after(@Nullable Cursor cursor) {
        return cursor == null
                ? this
                : add(Filters.or(
                        Filters.lt("at", cursor.at()),
                        Filters.and(Filters.eq("at", cursor.at()), Filters.lt(Stored.ID, cursor.id()))));
    }

    Bson met() {
        return all.isEmpty() ? Filters.empty() : Filters.and(all);
    }

    private Conditions add(Bson condition) {
        all.add(condition);
        return this;
    }
}
