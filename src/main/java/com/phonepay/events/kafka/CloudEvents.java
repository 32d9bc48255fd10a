package com.phonepay.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.Topic;
import com.phonepay.kernel.SliceAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** The envelope of an event in Kafka: CloudEvents 1.0, binary mode, so attributes are headers and the value is JSON. */
public final class CloudEvents {
    private CloudEvents() {}

    /** The record of an event. The same event always makes the same record. */
    public static ProducerRecord<String, byte[]> record(CommittedEvent event) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(event.topic().label(), event.key(), PayloadWriter.write(event.payload()));
        SliceAddress slice = event.id().slice();
        Headers headers = record.headers();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.id().toString());
        put(headers, "ce_source", "/phonepay/slices/" + slice.type().label() + "/" + slice.number());
        put(headers, "ce_type", event.topic().type());
        put(headers, "ce_subject", event.key());
        put(headers, "ce_time", Instant.ofEpochMilli(event.at()).toString());
        put(headers, "ce_slice", slice.toString());
        put(headers, "ce_sequence", Long.toString(event.id().sequence()));
        put(headers, "ce_index", Integer.toString(event.id().index()));
        put(headers, "ce_epoch", Long.toString(event.epoch()));
        put(headers, "content-type", "application/json");
        return record;
    }

    /** The event of a record; empty where it is none. */
    public static Optional<CommittedEvent> event(ConsumerRecord<String, byte[]> record) {
        try {
            return Optional.of(read(record));
        } catch (MalformedRecordException e) {
            return Optional.empty();
        }
    }

    /** Nothing that a record holds may throw anything else: its reader would come back to it for ever. */
    static CommittedEvent read(ConsumerRecord<String, byte[]> record) throws MalformedRecordException {
        try {
            return parse(record);
        } catch (RuntimeException e) {
            throw new MalformedRecordException("it can not be read: " + e);
        }
    }

    private static CommittedEvent parse(ConsumerRecord<String, byte[]> record) throws MalformedRecordException {
        Topic topic = Topic.of(record.topic()).orElseThrow(() -> new MalformedRecordException("the topic is not ours"));
        if (!topic.type().equals(text(record, "ce_type"))) {
            throw new MalformedRecordException("the header ce_type does not belong to the topic");
        }
        EventId id = EventId.parse(text(record, "ce_id"))
                .orElseThrow(() -> new MalformedRecordException("the header ce_id names no event"));
        if (record.key() == null || record.value() == null) {
            throw new MalformedRecordException("key or value is missing");
        }
        return new CommittedEvent(
                id, epoch(record), topic, record.key(), time(record), PayloadReader.read(topic, record.value()));
    }

    private static long epoch(ConsumerRecord<String, byte[]> record) throws MalformedRecordException {
        try {
            return Long.parseLong(text(record, "ce_epoch"));
        } catch (NumberFormatException e) {
            throw new MalformedRecordException("the header ce_epoch is no number");
        }
    }

    private static long time(ConsumerRecord<String, byte[]> record) throws MalformedRecordException {
        try {
            return Instant.parse(text(record, "ce_time")).toEpochMilli();
        } catch (DateTimeException e) {
            throw new MalformedRecordException("the header ce_time is no time");
        }
    }

    private static String text(ConsumerRecord<String, byte[]> record, String name) throws MalformedRecordException {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new MalformedRecordException("the header " + name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }

    static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
