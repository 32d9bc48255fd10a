package com.phonepay.infra.drill;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a drill does to the cluster. The names are part of the API. */
public enum DrillKind {
    /** kill -9 of the node that runs the coordinator. */
    KILL_COORDINATOR(Target.COORDINATOR),
    /** kill -9 of the node that would run it next. */
    KILL_BACKUP(Target.BACKUP),
    /** A node leaves in good order. */
    STOP_NODE(Target.ANY),
    /** A node's process is stopped (SIGSTOP) and goes on later as if nothing had happened. */
    PAUSE_NODE(Target.ANY),
    /** A node and the other nodes do not hear each other; the store hears all of them. */
    PARTITION(Target.ANY),
    /** Whatever a node sends to slices leaves late. */
    LAG(Target.ANY),
    /** Cassandra is stopped (SIGSTOP) and goes on later. */
    JOURNAL_OUTAGE(Target.NONE);

    /** Whom it hits. */
    public enum Target {
        COORDINATOR,
        BACKUP,
        ANY,
        NONE
    }

    private final Target target;

    DrillKind(Target target) {
        this.target = target;
    }

    public Target target() {
        return target;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<DrillKind> of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
