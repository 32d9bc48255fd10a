package com.phonepay.worker.export;

import com.phonepay.events.Topic;
import java.util.Locale;
import java.util.Optional;

/**
 * One partition of one incarnation of a topic.
 *
 * @param topicId changes when a topic is deleted and made again, and offsets begin anew
 */
public record ExportStream(Topic topic, String topicId, int partition) {

    /** The name of the file that begins at an offset. The offset alone makes it unique within the stream. */
    String file(String day, long start) {
        return String.format(
                Locale.ROOT,
                "%s/dt=%s/%s+%s+%d+%020d.avro",
                topic.label(),
                day,
                topic.label(),
                topicId,
                partition,
                start);
    }

    /** What a name says, where it is that of a file of this topic and partition, of any incarnation. */
    Optional<Part> of(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        String[] parts = file.split("[+]", 5);
        if (parts.length != 4
                || !parts[0].equals(topic.label())
                || !parts[2].equals(Integer.toString(partition))
                || !parts[3].matches("\\d{20}\\.avro")) {
            return Optional.empty();
        }
        return Optional.of(new Part(name, parts[1], Long.parseLong(parts[3].substring(0, 20))));
    }

    /** A landed file. */
    record Part(String name, String topicId, long start) {}
}
