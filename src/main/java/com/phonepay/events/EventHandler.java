package com.phonepay.events;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** One consumer of public events: a worker, a read model, an exporter. */
public interface EventHandler {
    /** Names the consumer group and the progress that is kept for it. Never changes. */
    String name();

    Set<Topic> topics();

    /**
     * Takes the next events of some partitions; those of one key in their order. Events that were handled before are
     * left out already, except where the process died between the effect and its record: an effect must be idempotent
     * by the event's id. A failed stage is tried again later; {@link UnprocessableEventException} sets the event aside.
     */
    CompletionStage<Void> handle(List<CommittedEvent> events);

    /**
     * Takes events that are not after the last one handled of their slice. Nearly all of them are repeats. But when Kafka
     * loses its data, what was published and not yet handled comes again behind what was published since. Whoever can
     * apply an event again without a trace does so here; whoever can not says why. Wrappers hand it on.
     */
    CompletionStage<Void> again(List<CommittedEvent> repeats);
}
