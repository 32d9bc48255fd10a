package com.phonepay.events.kafka;

import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets records aside that a consumer can not handle, as they were, with the reason and where they came from. */
public final class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Publisher publisher;

    public DeadLetters(Publisher publisher) {
        this.publisher = publisher;
    }

    /** Completes when the record is safe in the dead-letter topic. */
    CompletionStage<Void> add(String consumer, ConsumerRecord<String, byte[]> record, String reason) {
        LOG.warn(
                "{} sets the record {}-{}@{} aside: {}",
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                reason);
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(TopicKeeper.DEAD_LETTERS, record.key(), record.value());
        record.headers().forEach(header -> letter.headers().add(header));
        CloudEvents.put(letter.headers(), "dead_consumer", consumer);
        CloudEvents.put(letter.headers(), "dead_reason", reason);
        CloudEvents.put(letter.headers(), "dead_topic", record.topic());
        CloudEvents.put(letter.headers(), "dead_partition", Integer.toString(record.partition()));
        CloudEvents.put(letter.headers(), "dead_offset", Long.toString(record.offset()));
        return publisher.send(letter);
    }
}
