package com.phonepay.jobs.history;

import com.phonepay.jobs.lake.Topic;
import com.phonepay.jobs.run.Row;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes files as the exporter lands them: one for each topic, day and partition, named by partition and offsets. A file
 * has its final name only when it is complete.
 */
final class LakeWriter implements Closeable {
    private static final int PARTITIONS = 2;

    private final Path root;
    private final Map<String, Open> open = new HashMap<>();
    private final Map<Topic, long[]> offsets = new EnumMap<>(Topic.class);

    private static final class Open {
        private final Topic topic;
        private final int partition;
        private final String day;
        private final Path file;
        private final DataFileWriter<GenericRecord> writer;
        private final long start;
        private long count;

        Open(Path root, Topic topic, int partition, String day, long start) throws IOException {
            this.topic = topic;
            this.partition = partition;
            this.day = day;
            this.start = start;
            Path folder = Files.createDirectories(root.resolve("_tmp"));
            this.file = folder.resolve(topic.folder() + "+" + partition + "+" + start + ".avro");
            this.writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(topic.schema()))
                    .setCodec(CodecFactory.zstandardCodec(3));
            this.writer.create(topic.schema(), file.toFile());
        }

        void finish(Path root) throws IOException {
            writer.close();
            Path folder = Files.createDirectories(root.resolve(topic.folder()).resolve("dt=" + day));
            String name = String.format("%s+%d+%012d+%012d.avro", topic.folder(), partition, start, start + count - 1);
            Files.move(file, folder.resolve(name));
        }
    }

    LakeWriter(Path root) {
        this.root = root;
    }

    void append(Topic topic, int slice, GenericRecord event) throws IOException {
        int partition = slice % PARTITIONS;
        String day = Row.day((Long) event.get("event_time"));
        String key = topic.folder() + partition + day;
        Open file = open.get(key);
        if (file == null) {
            long start = offsets.computeIfAbsent(topic, ignored -> new long[PARTITIONS])[partition];
            file = new Open(root, topic, partition, day, start);
            open.put(key, file);
        }
        file.writer.append(event);
        file.count++;
        offsets.computeIfAbsent(topic, ignored -> new long[PARTITIONS])[partition]++;
    }

    /** Finishes the files of the day; what ended after midnight has begun files of the next one, which are finished too. */
    void endOfDay() throws IOException {
        for (Iterator<Open> files = open.values().iterator(); files.hasNext(); ) {
            files.next().finish(root);
            files.remove();
        }
    }

    @Override
    public void close() throws IOException {
        endOfDay();
        Files.deleteIfExists(root.resolve("_tmp"));
    }
}
