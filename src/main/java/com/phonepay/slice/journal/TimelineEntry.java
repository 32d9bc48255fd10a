package com.phonepay.slice.journal;

import java.util.Map;

/**
 * One durable step of a transaction, as it is in the index.
 *
 * @param index the event's place in its row
 * @param at slice time, milliseconds since 1970
 */
public record TimelineEntry(
        String what,
        String who,
        String slice,
        String node,
        long epoch,
        long sequence,
        int index,
        long at,
        Map<String, String> facts) {}
