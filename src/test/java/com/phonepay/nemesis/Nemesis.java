package com.phonepay.nemesis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is done to the cluster while customers pay. */
enum Nemesis {
    KILL_NODE,
    KILL_COORDINATOR,
    KILL_ALL,
    PAUSE_NODE,
    PARTITION,
    KILL_CASSANDRA,
    PAUSE_CASSANDRA,
    KILL_KAFKA,
    FLUSH_REDIS,
    KILL_REDIS,
    ROLLING_RESTART;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with this label, or all for {@code mix}. */
    static List<Nemesis> these(String label) {
        List<Nemesis> these = Arrays.stream(values())
                .filter(one -> label.equals("mix") || one.label().equals(label))
                .toList();
        if (these.isEmpty()) {
            throw new IllegalArgumentException("There is no nemesis " + label);
        }
        return these;
    }
}
