package com.phonepay.directory;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;

/**
 * What ended, remembered for longer than any message about it can live: registrations that gave an alias back, whose
 * late claims must find nothing to claim, and refused registrations, whose repeats must get the same answer.
 *
 * @param givenBack by alias and driver
 * @param refused when, by e-mail and hash: the hash tells a repeat of the refused request from a new one
 * @param oldest no memory is from before this slice time
 */
record Memories(
        HashMap<Tuple2<String, String>, GivenBack> givenBack,
        HashMap<Tuple2<String, String>, Long> refused,
        long oldest) {
    static final Memories NONE = new Memories(HashMap.empty(), HashMap.empty(), Long.MAX_VALUE);
    // Six times the life of a message.
    private static final long KEPT_MS = 3_600_000;
    // Memories go in groups, so that looking for old ones costs nothing most of the time.
    private static final long GROUP_MS = 60_000;

    /** The highest registration of a driver that gave an alias back. */
    record GivenBack(long registration, long at) {}

    Memories withGivenBack(String alias, String driver, long registration, long at) {
        Tuple2<String, String> key = new Tuple2<>(alias, driver);
        long highest = Math.max(
                registration, givenBack.get(key).map(GivenBack::registration).getOrElse(registration));
        return new Memories(givenBack.put(key, new GivenBack(highest, at)), refused, Math.min(oldest, at));
    }

    Memories withRefused(String email, String passwordHash, long at) {
        return new Memories(givenBack, refused.put(new Tuple2<>(email, passwordHash), at), Math.min(oldest, at));
    }

    boolean hasGivenBack(String alias, String driver, long registration) {
        return givenBack.get(new Tuple2<>(alias, driver)).exists(memory -> registration <= memory.registration());
    }

    boolean hasRefused(String email, String passwordHash) {
        return refused.containsKey(new Tuple2<>(email, passwordHash));
    }

    boolean isAnyOld(long now) {
        return oldest < now - KEPT_MS - GROUP_MS;
    }

    long oldBefore(long now) {
        return now - KEPT_MS;
    }

    Memories since(long time) {
        HashMap<Tuple2<String, String>, GivenBack> youngGivenBack =
                givenBack.filterValues(memory -> memory.at() >= time);
        HashMap<Tuple2<String, String>, Long> youngRefused = refused.filterValues(at -> at >= time);
        long oldestLeft = youngGivenBack
                .values()
                .map(GivenBack::at)
                .appendAll(youngRefused.values())
                .min()
                .getOrElse(Long.MAX_VALUE);
        return new Memories(youngGivenBack, youngRefused, oldestLeft);
    }
}
