package com.phonepay.events.kafka;

import com.phonepay.events.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
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
        return CompletableFuture.runAsync(this::create, blocking);
    }

    private void create() {
        Properties client = new Properties();
        client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        client.put(AdminClientConfig.CLIENT_ID_CONFIG, settings.client() + "-topics");
        client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) LIMIT.toMillis());
        Admin admin = Admin.create(client);
        try {
            var results = admin.createTopics(wanted()).values();
            for (var result : results.values()) {
                await(result.toCompletionStage().toCompletableFuture());
            }
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

    private static void await(CompletableFuture<Void> created) {
        try {
            created.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("a topic could not be made: " + e.getCause(), e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
