package com.phonepay.events.kafka;

import akka.actor.ClassicActorSystemProvider;
import akka.kafka.ProducerSettings;
import akka.kafka.javadsl.SendProducer;
import com.phonepay.events.CommittedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events to Kafka, in order, and tells when all of them are acknowledged by all replicas. Without transactions:
 * repeats are recognised by the event's id. The producer never gives a record up that it has taken, so a later event of
 * a key can not overtake an earlier one; what ends that is the end of the process.
 */
public final class Publisher {
    private final SendProducer<String, byte[]> producer;
    private final Executor blocking;

    /** @param blocking where it may wait for the producer's buffer and for the cluster's description */
    public Publisher(ClassicActorSystemProvider system, KafkaSettings settings, Executor blocking) {
        this.blocking = blocking;
        ProducerSettings<String, byte[]> producing = ProducerSettings.create(
                        settings.producer(), new StringSerializer(), new ByteArraySerializer())
                .withBootstrapServers(settings.bootstrapServers())
                .withProperty("client.id", settings.client() + "-tap");
        this.producer = new SendProducer<>(producing, system);
    }

    /** Sends all. Fails where some could not be taken; the others may then be in Kafka or may not. */
    public CompletionStage<Void> publish(List<CommittedEvent> events) {
        return CompletableFuture.completedFuture(events).thenComposeAsync(this::send, blocking);
    }

    /** Sends one record of any kind. */
    CompletionStage<Void> send(ProducerRecord<String, byte[]> record) {
        return CompletableFuture.completedFuture(record)
                .thenComposeAsync(producer::send, blocking)
                .thenAccept(acknowledged -> {});
    }

    /** Stops at the first that is not taken: what comes after it must not go before it. */
    private CompletableFuture<Void> send(List<CommittedEvent> events) {
        List<CompletableFuture<RecordMetadata>> sent = new ArrayList<>(events.size());
        for (CommittedEvent event : events) {
            CompletableFuture<RecordMetadata> one =
                    producer.send(CloudEvents.record(event)).toCompletableFuture();
            sent.add(one);
            if (one.isCompletedExceptionally()) {
                break;
            }
        }
        return CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new));
    }

    public CompletionStage<Void> close() {
        return producer.close().thenAccept(done -> {});
    }
}
