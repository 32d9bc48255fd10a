package com.phonepay.infra.kafka;

import com.phonepay.infra.Layout;
import java.nio.file.Path;

/**
 * Where one broker lives.
 *
 * @param project the root of the source tree, which holds the broker's settings and resolved class path
 * @param data its data directory
 * @param log its log file
 */
record KafkaPlace(Path project, Path data, Path log, int port, int controllerPort) {

    static KafkaPlace of(Layout layout) {
        return new KafkaPlace(
                layout.project(),
                layout.data().resolve("kafka"),
                layout.log("kafka"),
                layout.kafkaPort(),
                layout.kafkaControllerPort());
    }

    Path sources() {
        return project.resolve("src/main/infra/kafka");
    }
}
