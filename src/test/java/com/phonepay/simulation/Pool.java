package com.phonepay.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Everything that can happen next. Any of it may come first, so order means nothing here. */
final class Pool {
    private static final int TRIES = 12;

    private Pending[] items = new Pending[64];
    private int size;

    void add(Pending pending) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = pending;
    }

    int size() {
        return size;
    }

    /** One of them, taken out; null where everything that was looked at has to wait. */
    @Nullable
    Pending draw(SplittableRandom chance) {
        for (int tries = 0; size > 0 && tries < TRIES; tries++) {
            int index = chance.nextInt(size);
            Pending drawn = items[index];
            boolean isVoid = drawn.isVoid();
            if (isVoid || !drawn.isBlocked()) {
                items[index] = items[--size];
                if (!isVoid) {
                    return drawn;
                }
            }
        }
        return null;
    }
}
