package com.phonepay.events.kafka;

import akka.kafka.ProducerSettings;
import com.phonepay.events.CommittedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events to Kafka, in order, and tells when all of them are acknowledged by all replicas. Without transactions:
 * repeats are recognised by the event's id. The producer never gives a record up that it has taken, so a later event of
 * a key can not overtake an earlier one; what ends that is the end of the process.
 *
 * <p>The plain producer, because it takes records in the order of the calls. Alpakka's {@code SendProducer} passes each
 * call on through a thread pool, so that two of them may change places, and consumers take the earlier one, coming
 * later, for a repeat.
 */
public final class Publisher {
    private final Producer<String, byte[]> producer;
    private final Executor blocking;

    /** @param blocking where it may wait for the producer's buffer and for the cluster's description */
    public Publisher(KafkaSettings settings, Executor blocking) {
        this.blocking = blocking;
        ProducerSettings<String, byte[]> producing = ProducerSettings.create(
                        settings.producer(), new StringSerializer(), new ByteArraySerializer())
                .withBootstrapServers(settings.bootstrapServers())
                .withProperty("client.id", settings.client() + "-tap");
        this.producer = producing.createKafkaProducer();
    }

    /** Sends all. Fails where some could not be taken; the others may then be in Kafka or may not. */
    public CompletionStage<Void> publish(List<CommittedEvent> events) {
        return CompletableFuture.completedFuture(events).thenComposeAsync(this::send, blocking);
    }

    /** Sends one record of any kind. */
    CompletionStage<Void> send(ProducerRecord<String, byte[]> record) {
        return CompletableFuture.completedFuture(record).thenComposeAsync(this::take, blocking);
    }

    /** Stops at the first that is not taken: what comes after it must not go before it. */
    private CompletableFuture<Void> send(List<CommittedEvent> events) {
        List<CompletableFuture<Void>> sent = new ArrayList<>(events.size());
        for (CommittedEvent event : events) {
            CompletableFuture<Void> one = take(CloudEvents.record(event));
            sent.add(one);
            if (one.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    /** Waits only where the producer's buffer is full or it does not know the cluster yet. */
    private CompletableFuture<Void> take(ProducerRecord<String, byte[]> record) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            var unused = producer.send(record, (where, fault) -> {
                if (fault == null) {
                    acknowledged.complete(null);
                } else {
                    acknowledged.completeExceptionally(fault);
                }
            });
        } catch (RuntimeException fault) {
            acknowledged.completeExceptionally(fault);
        }
        return acknowledged;
    }

    public CompletionStage<Void> close() {
        return CompletableFuture.runAsync(producer::close, blocking);
    }
}
