package com.phonepay.coordinator.drill;

import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.Rejection.Kind;

/** Why nothing is done to the cluster. */
final class Refusals {
    static final Rejection NO_SUPERVISOR =
            Rejection.of("no_supervisor", Kind.UNAVAILABLE, "No supervisor of this cluster's processes answers.");
    static final Rejection NODE_NOT_FOUND = Rejection.of("node_not_found", Kind.NOT_FOUND, "There is no such node.");
    static final Rejection LAST_NODE =
            Rejection.of("last_node", Kind.CONFLICT, "The last node that runs can not be taken out.");
    static final Rejection DRILL_NOT_FOUND = Rejection.of("drill_not_found", Kind.NOT_FOUND, "There is no such drill.");

    private Refusals() {}

    /** What the supervisor refused, by its code. */
    static Rejection of(String code, String why) {
        Kind kind =
                switch (code) {
                    case "drills_disabled" -> Kind.FORBIDDEN;
                    case "drill_running" -> Kind.CONFLICT;
                    case "node_not_found" -> Kind.NOT_FOUND;
                    default -> Kind.INVALID;
                };
        return Rejection.of(code, kind, why);
    }
}
