package com.phonepay.worker.export;

import com.phonepay.events.EventId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The last event of each slice that a partition's files hold. The events of one slice come in order, so what is not
 * after its last one is a repeat: taps publish at least once.
 */
final class Seen {
    private final Map<String, EventId> last = new HashMap<>();

    boolean isRepeat(EventId event) {
        EventId before = last.get(event.slice().toString());
        return before != null && !event.isAfter(before);
    }

    void take(EventId event) {
        last.merge(event.slice().toString(), event, (before, now) -> now.isAfter(before) ? now : before);
    }

    /** Adds what another list knows. */
    void read(String written) {
        for (String id : written.split(" ", -1)) {
            EventId.parse(id).ifPresent(this::take);
        }
    }

    String write() {
        return new TreeMap<>(last).values().stream().map(EventId::toString).collect(Collectors.joining(" "));
    }
}
