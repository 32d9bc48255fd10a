package com.phonepay.directory;

import com.phonepay.kernel.Caller;
import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;

/**
 * What is known about the present stage of a registration and not worth a write: after recovery it is asked anew.
 *
 * @param confirmed aliases that have answered in this stage
 * @param repeats since something was last heard
 * @param askAgainAt slice time; zero right after recovery
 * @param waiting callers to be told the end
 */
record Progress(HashSet<String> confirmed, int repeats, long askAgainAt, Vector<Caller> waiting) {
    static final Progress NONE = new Progress(HashSet.empty(), 0, 0, Vector.empty());
    private static final long FIRST_MS = 500;
    private static final int DOUBLINGS_MAX = 5;
    // A caller that asks again is a new one, and the oldest no longer listen.
    private static final int WAITING_MAX = 32;

    Progress startedAt(long now) {
        return new Progress(HashSet.empty(), 0, now + FIRST_MS, waiting);
    }

    Progress confirmed(String alias, long now) {
        return new Progress(confirmed.add(alias), 0, now + FIRST_MS, waiting);
    }

    Progress repeated(long now) {
        long pause = FIRST_MS << Math.min(repeats + 1, DOUBLINGS_MAX);
        return new Progress(confirmed, repeats + 1, now + pause, waiting);
    }

    Progress joinedBy(Caller caller) {
        return new Progress(
                confirmed, repeats, askAgainAt, waiting.append(caller).takeRight(WAITING_MAX));
    }
}
