package com.phonepay.edge.gateway;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Latencies of the last minute, to two digits, in slots of five seconds that are thrown away one by one. */
final class LatencyWindow {
    static final int SECONDS = 60;
    private static final int SLOT_MS = 5_000;
    private static final int SLOTS = SECONDS * 1_000 / SLOT_MS;
    private static final long MICROS_MAX = 60_000_000;

    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(SLOTS);

    private record Slot(long number, ConcurrentHistogram micros) {}

    void record(long micros, long nowMs) {
        slot(nowMs / SLOT_MS).micros().recordValue(Math.max(1, Math.min(micros, MICROS_MAX)));
    }

    /** All of the window together, in microseconds. */
    Histogram micros(long nowMs) {
        long oldest = nowMs / SLOT_MS - SLOTS;
        Histogram all = new Histogram(MICROS_MAX, 2);
        for (int i = 0; i < SLOTS; i++) {
            Slot slot = slots.get(i);
            if (slot != null && slot.number() > oldest) {
                all.add(slot.micros());
            }
        }
        return all;
    }

    private Slot slot(long number) {
        int index = (int) (number % SLOTS);
        Slot slot = slots.get(index);
        while (slot == null || slot.number() != number) {
            Slot fresh = new Slot(number, new ConcurrentHistogram(MICROS_MAX, 2));
            slots.compareAndSet(index, slot, fresh);
            slot = slots.get(index);
        }
        return slot;
    }
}
