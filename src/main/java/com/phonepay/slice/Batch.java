package com.phonepay.slice;

import com.phonepay.kernel.SliceAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is decided together, written as one row and released together. A batch without a row is a bare epoch check: of
 * a wake, or of an alarm.
 */
final class Batch<S> {
    final List<Recorded> events = new ArrayList<>();
    final List<Due> due = new ArrayList<>();
    final Map<SliceAddress, Long> seen = new HashMap<>();
    int commands;
    long bytes;
    boolean hurried;
    boolean wake;
    long token;

    @Nullable
    Row row;

    @Nullable
    Released<S> after;

    boolean hasFacts() {
        return !events.isEmpty() || !seen.isEmpty();
    }

    /** False where everything in it may wait for company. */
    boolean isUrgent() {
        return hurried || !due.isEmpty() || !seen.isEmpty();
    }

    void add(Recorded event) {
        events.add(event);
        bytes += event.bytes().length;
    }

    boolean isFull(Bounds bounds) {
        return commands >= bounds.batchCommandsMax() || bytes >= bounds.batchBytesMax();
    }
}
