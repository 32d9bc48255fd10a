package com.phonepay.infra.supervisor;

import java.util.ArrayList;
import java.util.List;

/**
 * A cluster that lives for minutes, as one of a test does. On few cores its processes would spend much of that time on
 * compiling well what is over before it pays; with {@code PHONEPAY_SHORT_LIFE=true} they compile quickly.
 */
final class ShortLife {
    private static final boolean WANTED = Boolean.parseBoolean(System.getenv("PHONEPAY_SHORT_LIFE"));

    private ShortLife() {}

    /** These flags of a JVM, and those of a short life where that is wanted. */
    static List<String> with(List<String> flags) {
        List<String> all = new ArrayList<>(flags);
        if (WANTED) {
            all.add("-XX:TieredStopAtLevel=1");
        }
        return all;
    }
}
