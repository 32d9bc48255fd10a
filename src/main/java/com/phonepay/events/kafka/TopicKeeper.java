package com.phonepay.events.kafka;

import com.phonepay.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that the topics are there: at first, and again after Kafka lost its data. */
public final class TopicKeeper {
    /** Where records go that no consumer can read. */
    public static final String DEAD_LETTERS = "phonepay.dead-letters";

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final KafkaSettings settings;
    private final Executor blocking;

    public TopicKeeper(KafkaSettings settings, Executor blocking) {
        this.settings = settings;
        this.blocking = blocking;
    }

    /** Creates what is missing. Fails where Kafka does not answer within seconds. */
    public CompletionStage<Void> ensure() {
        return CompletableFuture.supplyAsync(this::create, blocking);
    }

    private Void create() {
        return withAdmin(admin -> {
            for (var result : admin.createTopics(wanted()).values().values()) {
                tolerated(result);
            }
            return null;
        });
    }

    /** How the topics are now, and where in them the given time (milliseconds since 1970) begins. */
    CompletionStage<TopicLives> lives(List<String> names, long since) {
        return CompletableFuture.supplyAsync(() -> withAdmin(admin -> lives(admin, names, since)), blocking);
    }

    private static TopicLives lives(Admin admin, List<String> names, long since) {
        var described = new TreeMap<>(await(admin.describeTopics(names).allTopicNames()));
        List<TopicPartition> partitions = new ArrayList<>();
        StringBuilder ids = new StringBuilder();
        described.forEach((name, topic) -> {
            ids.append(topic.topicId());
            topic.partitions().forEach(one -> partitions.add(new TopicPartition(name, one.partition())));
        });
        var bySince = offsets(admin, partitions, OffsetSpec.forTimestamp(since));
        var ends = offsets(admin, partitions, OffsetSpec.latest());
        long[] from = partitions.stream()
                .mapToLong(one -> bySince.getOrDefault(one, -1L) >= 0 ? bySince.get(one) : ends.get(one))
                .toArray();
        return new TopicLives(Integer.toHexString(ids.toString().hashCode()), List.copyOf(partitions), from);
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(one -> asked.put(one, spec));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        await(admin.listOffsets(asked).all()).forEach((one, found) -> offsets.put(one, found.offset()));
        return offsets;
    }

    private <T> T withAdmin(Function<Admin, T> work) {
        Properties client = new Properties();
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        client.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.client() + "-topics");
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        Admin admin = Admin.create(client);
        try {
            return work.apply(admin);
        } finally {
            admin.close(Duration.ZERO);
        }
    }

    private List<NewTopic> wanted() {
        List<NewTopic> wanted = new ArrayList<>();
        Arrays.stream(Topic.values()).forEach(topic -> wanted.add(topic(topic.label())));
        String kept = Long.toString(settings.retentionOfDeadLetters().toMillis());
        wanted.add(topic(DEAD_LETTERS).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, kept)));
        return wanted;
    }

    private NewTopic topic(String name) {
        return new NewTopic(name, settings.partitions(), (short) settings.replicationFactor());
    }

    private static void tolerated(KafkaFuture<Void> created) {
        try {
            await(created);
        } catch (IllegalStateException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
