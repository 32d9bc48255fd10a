package com.phonepay.kernel;

/** Checks that only a bug can fail. Bad input is never an invariant: it is a {@link Rejection}. */
public final class Invariant {
    private Invariant() {}

    public static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("Broken invariant: " + what);
        }
    }
}
