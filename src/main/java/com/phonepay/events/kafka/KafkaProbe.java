package com.phonepay.events.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/** Asks Kafka whether it is there. Its client is made at the first question and kept. */
public final class KafkaProbe implements AutoCloseable {
    private static final int PATIENCE_MS = 1_000;

    private final KafkaSettings settings;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "kafka-probe");
        made.setDaemon(true);
        return made;
    });
    private @Nullable Admin admin;

    public KafkaProbe(KafkaSettings settings) {
        this.settings = settings;
    }

    /** Whether a broker answers now. Never fails. */
    public CompletionStage<Boolean> answers() {
        return CompletableFuture.supplyAsync(this::admin, thread)
                .thenCompose(client -> client.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                        .nodes()
                        .toCompletionStage())
                .handle((nodes, fault) -> fault == null && !nodes.isEmpty());
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> client = new HashMap<>();
            client.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
            client.put(AdminClientConfig.CLIENT_ID_CONFIG, "phonepay-probe");
            client.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MS);
            client.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
            client.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, PATIENCE_MS);
            admin = Admin.create(client);
        }
        return admin;
    }

    @Override
    public synchronized void close() {
        thread.shutdownNow();
        if (admin != null) {
            admin.close(java.time.Duration.ZERO);
        }
    }
}
