package com.phonepay.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that is in Kafka, as a plain consumer sees it that knows nothing but the contract. */
public final class PublishedEvents {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TOPICS = List.of(
            "payment.completed",
            "payment.failed",
            "wallet.ledger",
            "fraud.screened",
            "settlement.batches",
            "account.profiles");

    private final List<Event> events = new ArrayList<>();

    /** One record that claims to be an event. */
    public record Event(String topic, int partition, String key, String id, String body) {
        /** All but the last two numbers of the id. */
        public String slice() {
            return id.substring(0, id.indexOf(':'));
        }

        public long sequence() {
            return Long.parseLong(id.split(":", -1)[1]);
        }

        public int index() {
            return Integer.parseInt(id.split(":", -1)[2]);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Everything from the beginning to where the ends are now. */
    public static PublishedEvents read(String kafka) {
        PublishedEvents read = new PublishedEvents();
        for (ConsumerRecord<String, byte[]> record : records(kafka, TOPICS)) {
            String id = header(record, "ce_id");
            if (!id.isEmpty()) {
                read.events.add(new Event(
                        record.topic(), record.partition(), record.key(), id, new String(record.value(), UTF_8)));
            }
        }
        return read;
    }

    public static List<ConsumerRecord<String, byte[]>> deadLetters(String kafka) {
        return records(kafka, List.of("phonepay.dead-letters"));
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    private static List<ConsumerRecord<String, byte[]>> records(String kafka, Collection<String> topics) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        each(kafka, topics, records::add);
        return records;
    }

    /** The ids of the events of each of these topics, without keeping the events. */
    public static Map<String, Set<String>> ids(String kafka, Collection<String> topics) {
        Map<String, Set<String>> ids = new TreeMap<>();
        each(kafka, topics, record -> {
            String id = header(record, "ce_id");
            if (!id.isEmpty()) {
                ids.computeIfAbsent(record.topic(), any -> new TreeSet<>()).add(id);
            }
        });
        return ids;
    }

    /** From the beginning of every partition to where its end is now. */
    private static void each(
            String kafka, Collection<String> topics, Consumer<? super ConsumerRecord<String, byte[]>> seen) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.forEach(topic -> consumer.partitionsFor(topic)
                    .forEach(one -> partitions.add(new TopicPartition(topic, one.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(seen);
            }
        }
    }

    public List<Event> of(String topic) {
        return events.stream().filter(event -> event.topic().equals(topic)).toList();
    }

    /** The ids of the events of each topic. */
    public Map<String, Set<String>> ids() {
        Map<String, Set<String>> ids = new TreeMap<>();
        events.forEach(event ->
                ids.computeIfAbsent(event.topic(), any -> new TreeSet<>()).add(event.id()));
        return ids;
    }

    /** How many records tell an event that another one has told. */
    public long repeats() {
        return events.size()
                - ids().values().stream().mapToLong(Collection::size).sum();
    }

    /** Records with the same id in the same topic that differ in anything, or are in different partitions. */
    public List<String> contradictions() {
        Map<String, Event> first = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (Event event : events) {
            Event before = first.putIfAbsent(event.topic() + "/" + event.id(), event);
            if (before != null && !before.equals(event)) {
                found.add(before + " and " + event);
            }
        }
        return found;
    }

    /** Events that were told for the first time after a later one of the same slice in the same partition. */
    public List<String> overtaken() {
        Map<String, Event> last = new HashMap<>();
        Set<String> seen = new TreeSet<>();
        List<String> found = new ArrayList<>();
        for (Event event : events) {
            if (seen.add(event.topic() + "/" + event.id())) {
                Event before = last.put(event.topic() + event.partition() + event.slice(), event);
                if (before != null && !isAfter(event, before)) {
                    found.add(event + " after " + before);
                }
            }
        }
        return found;
    }

    private static boolean isAfter(Event event, Event other) {
        return event.sequence() > other.sequence()
                || (event.sequence() == other.sequence() && event.index() > other.index());
    }
}
