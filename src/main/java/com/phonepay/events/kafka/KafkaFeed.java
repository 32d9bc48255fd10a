package com.phonepay.events.kafka;

import akka.NotUsed;
import akka.actor.ActorSystem;
import akka.kafka.ConsumerSettings;
import akka.kafka.Subscriptions;
import akka.kafka.javadsl.Consumer;
import akka.stream.RestartSettings;
import akka.stream.javadsl.RestartSource;
import akka.stream.javadsl.Source;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.LiveFeed;
import com.phonepay.events.Topic;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed from Kafka. This node reads every partition once, without a group, beginning some minutes ago, so that a
 * client which was connected to another node can go on here.
 */
public final class KafkaFeed implements LiveFeed {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
    private static final Duration REACH = Duration.ofMinutes(15);
    private static final RestartSettings RESTART =
            RestartSettings.create(Duration.ofMillis(500), Duration.ofSeconds(5), 0.2);
    private static final List<String> TOPICS = Arrays.stream(Topic.values())
            .filter(LiveFeed::carries)
            .map(Topic::label)
            .toList();

    private final ActorSystem system;
    private final KafkaSettings settings;
    private final TopicKeeper topics;
    private final InstantSource clock;
    private final FeedMemory memory = new FeedMemory();

    public KafkaFeed(ActorSystem system, KafkaSettings settings, TopicKeeper topics, InstantSource clock) {
        this.system = system;
        this.settings = settings;
        this.topics = topics;
        this.clock = clock;
    }

    /** Begins to read; goes on for as long as the system runs. */
    public void start() {
        RestartSource.withBackoff(RESTART, this::reading).runForeach(done -> {}, system);
    }

    @Override
    public Subscription follow(@Nullable String after, Predicate<CommittedEvent> wanted, Listener listener) {
        return memory.join(after, wanted, listener)::leave;
    }

    private Source<NotUsed, NotUsed> reading() {
        return Source.completionStageSource(
                        topics.lives(TOPICS, clock.millis() - REACH.toMillis()).thenApply(this::reading))
                .mapMaterializedValue(started -> NotUsed.getInstance());
    }

    private Source<NotUsed, NotUsed> reading(TopicLives lives) {
        memory.begin(lives.life(), lives.from());
        long[] position = memory.position(lives.life());
        long[] from = position == null ? lives.from() : position;
        Map<TopicPartition, Integer> places = new HashMap<>();
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (int i = 0; i < from.length; i++) {
            places.put(lives.partitions().get(i), i);
            offsets.put(lives.partitions().get(i), from[i]);
        }
        return Consumer.plainSource(consuming(), Subscriptions.assignmentWithOffset(offsets))
                .map(record -> taken(record, places))
                .mapMaterializedValue(control -> NotUsed.getInstance());
    }

    private NotUsed taken(ConsumerRecord<String, byte[]> record, Map<TopicPartition, Integer> places) {
        int place = places.getOrDefault(new TopicPartition(record.topic(), record.partition()), -1);
        memory.add(place, record.offset(), read(record));
        return NotUsed.getInstance();
    }

    /** Absent where the record is malformed, which is the workers' business, or no news. */
    private @Nullable CommittedEvent read(ConsumerRecord<String, byte[]> record) {
        try {
            CommittedEvent event = CloudEvents.read(record);
            return event.at() < clock.millis() - REACH.toMillis() ? null : event;
        } catch (MalformedRecordException e) {
            LOG.debug("Left out of the feed: {}", e.getMessage());
            return null;
        }
    }

    private ConsumerSettings<String, byte[]> consuming() {
        return ConsumerSettings.create(settings.consumer(), new StringDeserializer(), new ByteArrayDeserializer())
                .withBootstrapServers(settings.bootstrapServers())
                .withClientId(settings.client() + "-feed")
                // Offsets that are gone mean that the topics have a new life: look at them again.
                .withProperty("auto.offset.reset", "none");
    }
}
