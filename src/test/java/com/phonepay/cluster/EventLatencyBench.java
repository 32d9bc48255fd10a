package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.testing.PublishedEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How old an event is when a plain consumer has it, at 200 payments a second. By name only, on a quiet machine:
 * {@code mvn test -Dtest=EventLatencyBench -Dphonepay.short-life=false}, with {@code -Dphonepay.nodes=1} on one node. The
 * age counts from the slice's time of the batch, which is before it is written; so the write to the journal is in the
 * number.
 */
@Tag("judge")
@ExtendWith(RunningCluster.class)
final class EventLatencyBench {
    private static final int PER_SECOND = 200;
    private static final int WARMING_PER_SECOND = 400;

    /** Virtual machines compile for minutes on two cores; it is not their compilers that are measured. */
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("phonepay.warm-up-seconds", 240));

    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final List<String> TOPICS = List.of("payment.completed", "wallet.ledger", "fraud.screened");

    @Test
    void measures(RunningCluster cluster) {
        Customers customers = Customers.register(cluster);
        Shop shop = Shop.open(cluster);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            Traffic warming = Traffic.beginAtMost(cluster, customers, shop.id(), WARMING_PER_SECOND);
            for (int second = 0; second < WARM_UP.toSeconds(); second += 30) {
                int ended = warming.ended();
                ages(consumer, Duration.ofSeconds(30));
                System.out.printf("warming up: %d a second%n", (warming.ended() - ended) / 30);
            }
            assertThat(warming.finish()).allMatch(Traffic.Paid::isMade);
            Traffic traffic = Traffic.beginAtMost(cluster, customers, shop.id(), PER_SECOND);
            ages(consumer, SETTLING);
            int before = traffic.ended();
            Map<String, List<Long>> ages = ages(consumer, MEASURED);
            double rate = (traffic.ended() - before) / (double) MEASURED.toSeconds();
            assertThat(traffic.finish()).allMatch(Traffic.Paid::isMade);
            report(rate, ages);
        }
    }

    private static KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = Map.of("bootstrap.servers", RunningCluster.kafka());
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        TOPICS.forEach(topic -> consumer.partitionsFor(topic)
                .forEach(one -> partitions.add(new TopicPartition(topic, one.partition()))));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        return consumer;
    }

    /** The ages, in milliseconds and by topic, of what comes during this time. */
    private static Map<String, List<Long>> ages(KafkaConsumer<String, byte[]> consumer, Duration during) {
        Map<String, List<Long>> ages = new TreeMap<>();
        long end = System.nanoTime() + during.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                long at =
                        Instant.parse(PublishedEvents.header(record, "ce_time")).toEpochMilli();
                long age = System.currentTimeMillis() - at;
                ages.computeIfAbsent(record.topic(), topic -> new ArrayList<>()).add(age);
                ages.computeIfAbsent("all", topic -> new ArrayList<>()).add(age);
            }
        }
        return ages;
    }

    private static void report(double rate, Map<String, List<Long>> ages) {
        System.out.printf("%.0f payments a second were answered of %d asked%n", rate, PER_SECOND);
        System.out.printf("%-20s %8s %8s %8s %8s%n", "age in ms", "events", "p50", "p99", "max");
        ages.forEach((topic, found) -> {
            Collections.sort(found);
            System.out.printf(
                    "%-20s %8d %8d %8d %8d%n",
                    topic, found.size(), part(found, 0.5), part(found, 0.99), found.get(found.size() - 1));
        });
    }

    private static long part(List<Long> sorted, double part) {
        return sorted.get((int) Math.ceil(sorted.size() * part) - 1);
    }
}
