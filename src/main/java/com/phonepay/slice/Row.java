package com.phonepay.slice;

import com.phonepay.kernel.SliceAddress;
import java.util.List;
import java.util.Map;

/**
 * One journal row: a whole batch of decisions. It names the row it was decided on, so that every reader can tell what
 * was effected from what a superseded owner left behind.
 *
 * @param at slice time of the batch, milliseconds since 1970
 * @param node the node that wrote it, for people
 * @param activation true for the row with which a new owner pins what it recovered; it has no events
 * @param seen the highest epoch of each other slice that became known with this batch (changes only)
 */
public record Row(
        Position position,
        Position predecessor,
        long at,
        String node,
        boolean activation,
        Map<SliceAddress, Long> seen,
        List<Recorded> events) {}
