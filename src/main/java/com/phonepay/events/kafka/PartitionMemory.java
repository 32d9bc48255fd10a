package com.phonepay.events.kafka;

import com.phonepay.events.EventId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicPartition;

/**
 * What one consumer has handled in the partitions that it reads. Asks the record again for a partition whose offsets do
 * not continue: somebody else may have read it meanwhile.
 */
final class PartitionMemory {
    private final String consumer;
    private final ConsumerProgress progress;
    private final Map<TopicPartition, Known> partitions = new HashMap<>();
    private final Map<TopicPartition, Map<String, EventId>> fresh = new HashMap<>();

    private static final class Known {
        final Map<String, EventId> handled;
        long nextOffset;

        Known(Map<String, EventId> handled, long nextOffset) {
            this.handled = handled;
            this.nextOffset = nextOffset;
        }
    }

    PartitionMemory(String consumer, ConsumerProgress progress) {
        this.consumer = consumer;
        this.progress = progress;
    }

    /** Makes sure that the partition is known from this offset on. */
    CompletionStage<Void> open(TopicPartition partition, long offset) {
        Known known = partitions.get(partition);
        if (known != null && known.nextOffset == offset) {
            return CompletableFuture.completedFuture(null);
        }
        return progress.of(consumer, partition)
                .thenAccept(handled -> partitions.put(partition, new Known(new HashMap<>(handled), offset)));
    }

    void passed(TopicPartition partition, long offset) {
        known(partition).nextOffset = offset + 1;
    }

    /** Whether the event is new here; it counts as handled from now on. */
    boolean isNew(TopicPartition partition, EventId id) {
        String slice = id.slice().toString();
        Map<String, EventId> handled = known(partition).handled;
        EventId last = handled.get(slice);
        if (last != null && !id.isAfter(last)) {
            return false;
        }
        handled.put(slice, id);
        fresh.computeIfAbsent(partition, any -> new HashMap<>()).put(slice, id);
        return true;
    }

    /** Records what became handled since the last time. */
    CompletionStage<Void> store() {
        if (fresh.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        Map<TopicPartition, Map<String, EventId>> written = new HashMap<>(fresh);
        fresh.clear();
        return progress.store(consumer, written);
    }

    private Known known(TopicPartition partition) {
        Known known = partitions.get(partition);
        if (known == null) {
            throw new IllegalStateException("not opened: " + partition);
        }
        return known;
    }
}
