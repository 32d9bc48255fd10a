package com.phonepay.worker.export.kafka;

import com.phonepay.events.Topic;
import com.phonepay.events.kafka.CloudEvents;
import com.phonepay.worker.export.ExportStream;
import com.phonepay.worker.export.LakePlace;
import com.phonepay.worker.export.Landing;
import com.phonepay.worker.export.LandingStep;
import com.phonepay.worker.export.PartitionExport;
import com.phonepay.worker.export.SupersededExportException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports the partitions that Kafka gives to this node, on a thread of its own. Whatever fails, the consumer is closed,
 * what was collected is forgotten, and after a while everything is resumed from the files.
 */
public final class LakeExporter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LakeExporter.class);
    private static final List<Topic> TOPICS = List.of(
            Topic.PAYMENT_COMPLETED,
            Topic.PAYMENT_FAILED,
            Topic.WALLET_LEDGER,
            Topic.FRAUD_SCREENED,
            Topic.SETTLEMENT_BATCHES);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long BACK_OFF_SECONDS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LakeSettings settings;
    private final String place;
    private final Consumer<LandingStep> passed;
    private @Nullable Landing landing;
    private final InstantSource clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Map<TopicPartition, PartitionExport> exports = new HashMap<>();

    private LakeExporter(LakeSettings settings, String place, Consumer<LandingStep> passed, InstantSource clock) {
        this.settings = settings;
        this.place = place;
        this.passed = passed;
        this.clock = clock;
    }

    /**
     * Starts one where the configuration names a lake. A lake that can not be used stops nobody from paying.
     *
     * @param passed told of each step of landing a file
     */
    public static Optional<LakeExporter> start(LakeSettings settings, Consumer<LandingStep> passed) {
        return settings.place().map(place -> {
            LakeExporter exporter = new LakeExporter(settings, place, passed, InstantSource.system());
            exporter.start();
            return exporter;
        });
    }

    private void start() {
        Thread thread = new Thread(this::run, "lake-exporter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        stop.countDown();
    }

    private void run() {
        boolean isStopped = false;
        while (!isStopped) {
            // Kafka keeps what is not exported meanwhile, so a lake that is away is waited for.
            try (var consumer =
                    new KafkaConsumer<>(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer())) {
                export(consumer);
            } catch (IOException | UncheckedIOException | KafkaException | IllegalStateException failure) {
                LOG.warn("The export to the lake waits and resumes from its files: {}", failure.toString());
            }
            isStopped = waited();
        }
    }

    private boolean waited() {
        try {
            return stop.await(BACK_OFF_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void export(KafkaConsumer<String, byte[]> consumer) throws IOException {
        exports.clear();
        if (landing == null) {
            landing = LakePlace.open(place, settings.user(), settings.node(), passed);
        }
        consumer.subscribe(TOPICS.stream().map(Topic::label).toList(), new Assignment(consumer));
        while (stop.getCount() > 0) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (TopicPartition partition : records.partitions()) {
                take(consumer, partition, records.records(partition));
            }
            for (TopicPartition partition : List.copyOf(exports.keySet())) {
                take(consumer, partition, List.of());
            }
        }
    }

    private void take(
            KafkaConsumer<String, byte[]> consumer,
            TopicPartition partition,
            List<ConsumerRecord<String, byte[]>> records)
            throws IOException {
        PartitionExport export = exports.get(partition);
        if (export == null) {
            return;
        }
        try {
            for (ConsumerRecord<String, byte[]> record : records) {
                export.accept(record.offset(), CloudEvents.event(record).orElse(null), clock.millis());
            }
            export.tick(clock.millis());
        } catch (SupersededExportException another) {
            LOG.info("{}: resuming behind it", another.getMessage());
            resume(consumer, List.of(partition));
        }
    }

    private void resume(KafkaConsumer<String, byte[]> consumer, Collection<TopicPartition> partitions)
            throws IOException {
        Map<String, String> ids = topicIds(partitions);
        for (TopicPartition partition : partitions) {
            Topic topic = Topic.of(partition.topic()).orElseThrow();
            String id = ids.getOrDefault(partition.topic(), "");
            ExportStream stream = new ExportStream(topic, id, partition.partition());
            PartitionExport export = PartitionExport.resume(stream, Objects.requireNonNull(landing), settings.roll());
            exports.put(partition, export);
            consumer.seek(partition, export.next());
        }
    }

    /** A topic that is made again has a new id, and offsets that begin anew. */
    private Map<String, String> topicIds(Collection<TopicPartition> partitions) throws IOException {
        List<String> names =
                partitions.stream().map(TopicPartition::topic).distinct().toList();
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", String.valueOf(settings.consumer().get("bootstrap.servers"))))) {
            Map<String, String> ids = new HashMap<>();
            admin.describeTopics(names)
                    .allTopicNames()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .forEach((name, description) ->
                            ids.put(name, description.topicId().toString()));
            return ids;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("Kafka did not name its topics", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {
        private final KafkaConsumer<String, byte[]> consumer;

        Assignment(KafkaConsumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                resume(consumer, partitions);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** What was collected of them is read again by whoever gets them. */
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            exports.keySet().removeAll(partitions);
        }
    }
}
