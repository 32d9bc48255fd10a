package com.phonepay.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What a machine decided: facts in order, and what shall be done about them. Lazy facts need not be written at once;
 * they ride in a batch that is written anyway, or in one of their own a few milliseconds later.
 */
public record Outcome(List<Event> events, List<Effect> effects, boolean lazy) {
    private static final Outcome NOTHING = new Outcome(List.of(), List.of(), false);

    public static Outcome nothing() {
        return NOTHING;
    }

    public static Outcome of(Event event, Effect... effects) {
        return new Outcome(List.of(event), List.of(effects), false);
    }

    public static Outcome lazily(Event event, Effect... effects) {
        return new Outcome(List.of(event), List.of(effects), true);
    }

    public static Outcome effects(Effect... effects) {
        return new Outcome(List.of(), List.of(effects), false);
    }

    public static Outcome of(List<Event> events, List<Effect> effects) {
        return new Outcome(List.copyOf(events), List.copyOf(effects), false);
    }

    /** This, and then the other. Lazy only where both are, or where one has no facts. */
    public Outcome and(Outcome other) {
        List<Event> allEvents = new ArrayList<>(events);
        allEvents.addAll(other.events);
        List<Effect> allEffects = new ArrayList<>(effects);
        allEffects.addAll(other.effects);
        return new Outcome(allEvents, allEffects, isUnhurried() && other.isUnhurried());
    }

    private boolean isUnhurried() {
        return lazy || events.isEmpty();
    }
}
