package com.phonepay.jobs.live;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of everything that was asked. */
final class Counts {
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int acknowledged;
    private int declined;
    private int pending;
    private int repeats;
    private long waitedSeconds;
    private long paise;

    void acknowledged(long newPaise) {
        acknowledged++;
        paise = Math.addExact(paise, newPaise);
    }

    void declined(String reason) {
        declined++;
        reasons.merge(reason, 1, Integer::sum);
    }

    void pending() {
        pending++;
    }

    void repeated() {
        repeats++;
    }

    void waited(long seconds) {
        waitedSeconds += seconds;
    }

    int ended() {
        return acknowledged + declined + pending;
    }

    int pendingCount() {
        return pending;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d acknowledged (%d.%02d rupees), %d declined%s, %d pending; %d requests repeated, %d s waited at limits",
                acknowledged,
                paise / 100,
                paise % 100,
                declined,
                reasons.isEmpty() ? "" : " " + reasons,
                pending,
                repeats,
                waitedSeconds);
    }
}
