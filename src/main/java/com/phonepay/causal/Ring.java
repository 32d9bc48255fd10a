package com.phonepay.causal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The newest of many. Taking one in never waits for anybody: the oldest makes room. */
final class Ring<T> {
    private final AtomicReferenceArray<@Nullable T> slots;
    private final int mask;
    private final AtomicLong count = new AtomicLong();

    /** @param size at least; rounded up to a power of two */
    Ring(int size) {
        int rounded = Integer.highestOneBit(Math.max(2, size) * 2 - 1);
        this.slots = new AtomicReferenceArray<>(rounded);
        this.mask = rounded - 1;
    }

    void add(T value) {
        slots.lazySet((int) count.getAndIncrement() & mask, value);
    }

    /** How many were ever taken in; the next one's position. */
    long count() {
        return count.get();
    }

    int kept() {
        return (int) Math.min(count.get(), slots.length());
    }

    long forgotten() {
        return Math.max(0, count.get() - slots.length());
    }

    /** The oldest first. While others write, one may be missing or newer than its place says. */
    List<T> all() {
        return between(0, count.get());
    }

    /** Those of the positions from one up to another that are still there. */
    List<T> between(long from, long until) {
        List<T> found = new ArrayList<>();
        for (long position = Math.max(from, count.get() - slots.length()); position < until; position++) {
            T value = slots.get((int) position & mask);
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }
}
