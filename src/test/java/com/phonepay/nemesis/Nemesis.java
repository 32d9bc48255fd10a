package com.phonepay.nemesis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

    static Optional<Nemesis> of(String label) {
        return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
