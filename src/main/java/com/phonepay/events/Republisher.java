package com.phonepay.events;

import java.util.concurrent.CompletionStage;

/** Publishes everything once more, for a Kafka that lost its data. Consumers recognise what they have handled. */
public interface Republisher {
    /** Asks every slice's tap; completes with the number of slices when that is durable. The work goes on behind. */
    CompletionStage<Integer> republishAll();
}
