package com.phonepay.slice.journal;

import com.phonepay.kernel.Event;
import java.util.Optional;

/** How the events of a room are worded in the timeline of a transaction. Most events say nothing about one. */
public interface TimelineWords {
    Optional<TimelineWord> of(Event event);
}
