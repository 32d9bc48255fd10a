package com.phonepay.events.kafka;

import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Where Kafka is and how it is used.
 *
 * @param bootstrapServers {@code host:port,…}
 * @param partitions of each topic, when it is made
 * @param replicationFactor of each topic, when it is made
 * @param tapPause during which released rows are collected before they are published
 * @param client of this node, in names that the broker logs
 * @param config the whole configuration, with Alpakka's own settings
 */
public record KafkaSettings(
        String bootstrapServers,
        int partitions,
        int replicationFactor,
        Duration tapPause,
        Duration retentionOfDeadLetters,
        String client,
        Config config) {

    public static KafkaSettings from(Config root) {
        Config kafka = root.getConfig("phonepay.kafka");
        return new KafkaSettings(
                kafka.getString("bootstrap-servers"),
                kafka.getInt("partitions"),
                kafka.getInt("replication-factor"),
                kafka.getDuration("tap-pause"),
                kafka.getDuration("dead-letters-kept"),
                "node-" + root.getInt("phonepay.node.number"),
                root);
    }

    Config producer() {
        return config.getConfig("phonepay.kafka.producer").withFallback(config.getConfig("akka.kafka.producer"));
    }

    Config consumer() {
        return config.getConfig("phonepay.kafka.consumer").withFallback(config.getConfig("akka.kafka.consumer"));
    }

    Config committer() {
        return config.getConfig("akka.kafka.committer");
    }
}
