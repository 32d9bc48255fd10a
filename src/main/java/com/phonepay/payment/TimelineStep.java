package com.phonepay.payment;

import java.util.Map;

/**
 * One durable step of a payment.
 *
 * @param what the event, for example {@code Held}
 * @param who which part the slice plays, for example {@code payer}
 * @param slice for example {@code wallets-3}
 * @param node the node that owned the slice, host and port
 * @param epoch the epoch of that owner
 * @param sequence the journal sequence of the row
 * @param at slice time, milliseconds since 1970
 * @param facts more of the event, for example an amount in rupees
 */
public record TimelineStep(
        String what,
        String who,
        String slice,
        String node,
        long epoch,
        long sequence,
        long at,
        Map<String, String> facts) {}
