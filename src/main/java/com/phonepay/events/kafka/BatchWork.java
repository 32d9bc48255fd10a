package com.phonepay.events.kafka;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.EventId;
import com.phonepay.events.UnprocessableEventException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** One batch of records: reads them, leaves out what was handled, hands the rest over, and records that. */
final class BatchWork {
    private final EventHandler handler;
    private final PartitionMemory memory;
    private final DeadLetters deadLetters;
    private final WorkerActivity activity;
    private final Consumer<String> passing;

    /** @param passing is told the names of the places that are passed, where a test may end the process */
    BatchWork(
            EventHandler handler,
            PartitionMemory memory,
            DeadLetters deadLetters,
            WorkerActivity activity,
            Consumer<String> passing) {
        this.handler = handler;
        this.memory = memory;
        this.deadLetters = deadLetters;
        this.activity = activity;
        this.passing = passing;
    }

    /** The events that are new, the records that they came in, and the others. */
    private record Fresh(
            List<CommittedEvent> events,
            Map<EventId, ConsumerRecord<String, byte[]>> records,
            List<CommittedEvent> repeats) {
        Fresh() {
            this(new ArrayList<>(), new HashMap<>(), new ArrayList<>());
        }
    }

    CompletionStage<Void> handle(List<ConsumerRecord<String, byte[]>> records) {
        return open(records)
                .thenCompose(opened -> fresh(records))
                .thenCompose(fresh -> handOver(fresh)
                        .thenCompose(done -> handOverAgain(fresh))
                        .thenApply(done -> fresh))
                .thenCompose(fresh -> {
                    if (!fresh.events().isEmpty()) {
                        passing.accept(handler.name() + ".handled");
                    }
                    return memory.store().thenRun(() -> activity.handled(handler.name(), fresh.events()));
                });
    }

    private CompletionStage<Void> handOverAgain(Fresh fresh) {
        return fresh.repeats().isEmpty()
                ? CompletableFuture.completedFuture(null)
                : handler.again(List.copyOf(fresh.repeats()));
    }

    private CompletionStage<Void> open(List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> first = new HashMap<>();
        records.forEach(record -> first.putIfAbsent(partition(record), record.offset()));
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Map.Entry<TopicPartition, Long> one : first.entrySet()) {
            all = all.thenCompose(before -> memory.open(one.getKey(), one.getValue()));
        }
        return all;
    }

    private CompletionStage<Fresh> fresh(List<ConsumerRecord<String, byte[]>> records) {
        Fresh fresh = new Fresh();
        CompletionStage<Void> aside = CompletableFuture.completedFuture(null);
        for (ConsumerRecord<String, byte[]> record : records) {
            memory.passed(partition(record), record.offset());
            try {
                CommittedEvent event = CloudEvents.read(record);
                if (memory.isNew(partition(record), event.id())) {
                    fresh.events().add(event);
                    fresh.records().put(event.id(), record);
                } else {
                    fresh.repeats().add(event);
                    activity.repeated(handler.name());
                }
            } catch (MalformedRecordException e) {
                String reason = "malformed: " + e.getMessage();
                aside = aside.thenCompose(before -> setAside(record, reason));
            }
        }
        return aside.thenApply(done -> fresh);
    }

    private CompletionStage<Void> setAside(ConsumerRecord<String, byte[]> record, String reason) {
        activity.setAside(handler.name());
        return deadLetters.add(handler.name(), record, reason);
    }

    private CompletionStage<Void> handOver(Fresh fresh) {
        if (fresh.events().isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return CompletableFuture.completedFuture(List.copyOf(fresh.events()))
                .thenCompose(handler::handle)
                .handle((done, failure) -> failure == null
                        ? CompletableFuture.<Void>completedFuture(null)
                        : withoutTheCulprit(fresh, failure))
                .thenCompose(stage -> stage);
    }

    /** Sets one event aside and tries the others again; what was done for them already is done again in vain. */
    private CompletionStage<Void> withoutTheCulprit(Fresh fresh, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof UnprocessableEventException unprocessable)) {
            return CompletableFuture.failedFuture(cause);
        }
        ConsumerRecord<String, byte[]> record = fresh.records().remove(unprocessable.event());
        if (record == null) {
            return CompletableFuture.failedFuture(cause);
        }
        fresh.events().removeIf(event -> event.id().equals(unprocessable.event()));
        return setAside(record, String.valueOf(cause.getMessage())).thenCompose(done -> handOver(fresh));
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
