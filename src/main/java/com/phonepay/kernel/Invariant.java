package com.phonepay.kernel;

import org.jspecify.annotations.Nullable;

/** Checks that only a bug can fail. Bad input is never an invariant: it is a {@link Rejection}. */
public final class Invariant {
    private Invariant() {}

    public static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("Broken invariant: a value that must be there is not");
        }
        return value;
    }

    public static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Broken invariant: " + what);
        }
    }
}
