package com.phonepay.ops;

import akka.actor.ActorSystem;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What {@code GET /ready} of Akka Management looks at; it makes the checks from nothing but the system. */
public final class Readiness {
    /** The journal can be read. */
    public static final String JOURNAL = "journal";
    /** Every slice of every type answers, wherever it is. */
    public static final String SLICES = "slices";

    private Readiness() {}

    /** {@link #JOURNAL}. */
    public static final class Journal implements Supplier<CompletionStage<Boolean>> {
        private final NodeState node;

        public Journal(ActorSystem system) {
            node = NodeState.get(system);
        }

        @Override
        public CompletionStage<Boolean> get() {
            return node.has(JOURNAL);
        }
    }

    /** {@link #SLICES}. */
    public static final class Slices implements Supplier<CompletionStage<Boolean>> {
        private final NodeState node;

        public Slices(ActorSystem system) {
            node = NodeState.get(system);
        }

        @Override
        public CompletionStage<Boolean> get() {
            return node.has(SLICES);
        }
    }
}
