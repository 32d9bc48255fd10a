package com.phonepay.simulation;

/** What can go wrong, and how often compared with the others. */
enum Fault {
    OWNER_CRASHES(20),
    SECOND_OWNER_STARTS(14),
    OWNER_PAUSES(10),
    OWNER_LOSES_THE_STORE(10),
    CLUSTER_DIES(1),
    CLOCK_IS_SKEWED(4),
    HALF_A_MINUTE_PASSES(6),
    A_DAY_PASSES(3),
    WRITE_LOST(8),
    WRITE_FAILS_BUT_LANDS_LATER(14),
    ACKNOWLEDGEMENT_LOST(6),
    WRITE_IS_SLOW(0),
    STORE_IS_DOWN(2),
    EPOCH_OUTCOME_UNKNOWN(0),
    EPOCH_READ_IS_SLOW(0),
    GHOST_EPOCH(1),
    SNAPSHOT_LOST(0),
    OLD_SNAPSHOT_READ(0),
    TAP_RESTARTS(0),
    NUDGE_LOST(0),
    MESSAGE_LOST(0),
    MESSAGE_DOUBLED(0),
    MESSAGE_KEPT_BACK(0),
    FORGED_CAPTURE(3);

    private final int weight;

    Fault(int weight) {
        this.weight = weight;
    }

    /** Zero for faults that do not come from the outside but with what they spoil. */
    int weight() {
        return weight;
    }
}
