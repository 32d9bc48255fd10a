package com.phonepay.worker.export.kafka;

import com.phonepay.worker.export.LakePlace;
import com.phonepay.worker.export.PartitionExport;
import com.typesafe.config.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * Where events land, and how they are read.
 *
 * @param place the root of the lake, as {@link LakePlace} takes it; empty where nothing is exported
 * @param user in whose name files are written to HDFS
 * @param roll when a file is closed
 * @param node its name, in drafts and in the broker's logs
 * @param consumer properties of the Kafka client
 */
public record LakeSettings(
        Optional<String> place, String user, PartitionExport.Roll roll, String node, Map<String, Object> consumer) {

    public static LakeSettings from(Config root) {
        Config lake = root.getConfig("phonepay.lake");
        String directory = lake.getString("directory");
        if (!LakePlace.isKnown(directory)) {
            throw new IllegalArgumentException(
                    "PHONEPAY_LAKE is a directory, hdfs://host:port/folder or webhdfs://host:port/folder, not "
                            + directory);
        }
        String node = "node-" + root.getInt("phonepay.node.number");
        return new LakeSettings(
                directory.isBlank() ? Optional.empty() : Optional.of(directory),
                lake.getString("hdfs-user"),
                new PartitionExport.Roll(
                        lake.getBytes("roll-bytes"),
                        lake.getDuration("roll-after").toMillis()),
                node,
                consumer(root, node));
    }

    private static Map<String, Object> consumer(Config root, String node) {
        Map<String, Object> properties = new HashMap<>();
        root.getConfig("phonepay.kafka.consumer.kafka-clients")
                .entrySet()
                .forEach(entry -> properties.put(
                        entry.getKey(), entry.getValue().unwrapped().toString()));
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, root.getString("phonepay.kafka.bootstrap-servers"));
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, "phonepay.export");
        properties.put(ConsumerConfig.CLIENT_ID_CONFIG, node + "-export");
        // The files say how far the export is; what Kafka remembers is never asked.
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return Map.copyOf(properties);
    }
}
