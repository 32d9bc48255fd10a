package com.phonepay.readmodel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of many, newest first.
 *
 * @param next where the next page begins, or null where this is the last one
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    /** The first of what was found. One more than the limit is asked for, to know whether there is a next page. */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, Cursor> cursor) {
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<T> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, cursor.apply(items.get(limit - 1)));
    }
}
