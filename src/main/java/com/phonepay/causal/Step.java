package com.phonepay.causal;

import java.util.Comparator;

/**
 * One step of a transaction, or of a slice. Names and codes only: nothing about people, and no amount. Empty text stands
 * for not there.
 *
 * @param lamport unique on its node; a step that another one can have caused has the greater number
 * @param at wall clock of the node, milliseconds since 1970
 * @param node that took the step
 * @param service gateway, api, or the name of a slice
 * @param name what it was: PREPARE, VOTE, DECISION, ...
 * @param from for a message, the service that sent it
 * @param to for a message, the service that gets it
 * @param detail a code or a few words of a fixed vocabulary
 */
public record Step(
        long lamport,
        long at,
        String node,
        String service,
        String name,
        Event event,
        String from,
        String to,
        String transaction,
        String request,
        String detail) {
    /** Causes before effects. */
    public static final Comparator<Step> CAUSAL =
            Comparator.comparingLong(Step::lamport).thenComparing(Step::node);

    /** The same with the words that all steps share held once; what was parsed has its own copy of each. */
    Step slim() {
        return new Step(
                lamport,
                at,
                node.intern(),
                service.intern(),
                name.intern(),
                event,
                from.intern(),
                to.intern(),
                transaction,
                request,
                detail.intern());
    }

    /** A message left, a message came, or something became durable or true here. */
    public enum Event {
        SENT,
        RECEIVED,
        DONE
    }
}
