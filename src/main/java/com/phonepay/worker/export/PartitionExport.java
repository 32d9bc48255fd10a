package com.phonepay.worker.export;

import com.phonepay.events.CommittedEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * The export of one partition. Events are collected, and land as one file that begins exactly where the file before it
 * ended; how far a file goes is in its head. So the files form one chain, and who finds that the next link is there
 * already was not alone: he has changed nothing, and goes on behind it.
 *
 * <p>A file's day is that of its events, in Asia/Kolkata, never that of the export: a second attempt at the same offset
 * has the same name, and can not slip past the first.
 */
public final class PartitionExport {
    static final String UNTIL = "phonepay.until";
    static final String SEEN = "phonepay.seen";

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final int COMPRESSION = 3;
    /** About what an event takes in memory beside its texts. */
    private static final int EVENT_BYTES = 600;

    private final ExportStream stream;
    private final Landing landing;
    private final Roll roll;
    private final Seen seen;
    private final List<GenericRecord> collected = new ArrayList<>();
    private String day = "";
    private long start;
    private long until;
    private long collectingSince;

    /**
     * When a file is closed.
     *
     * @param bytes of collected events, roughly
     * @param millis after its first event
     */
    public record Roll(long bytes, long millis) {}

    private PartitionExport(ExportStream stream, Landing landing, Roll roll, Seen seen, long start) {
        this.stream = stream;
        this.landing = landing;
        this.roll = roll;
        this.seen = seen;
        this.start = start;
        this.until = start;
    }

    /** Goes on where the files end. */
    public static PartitionExport resume(ExportStream stream, Landing landing, Roll roll) throws IOException {
        Map<String, ExportStream.Part> lastOfIncarnation = new HashMap<>();
        for (String name : landing.names(stream.topic().label())) {
            stream.of(name).ifPresent(part -> lastOfIncarnation.merge(part.topicId(), part, PartitionExport::later));
        }
        Seen seen = new Seen();
        long start = 0;
        for (ExportStream.Part part : lastOfIncarnation.values()) {
            try (var file = new DataFileStream<GenericRecord>(landing.open(part.name()), new GenericDatumReader<>())) {
                seen.read(file.getMetaString(SEEN));
                start = part.topicId().equals(stream.topicId()) ? file.getMetaLong(UNTIL) : start;
            }
        }
        return new PartitionExport(stream, landing, roll, seen, start);
    }

    private static ExportStream.Part later(ExportStream.Part one, ExportStream.Part other) {
        return Comparator.comparingLong(ExportStream.Part::start).compare(one, other) >= 0 ? one : other;
    }

    /** The offset to read next. */
    public long next() {
        return until;
    }

    /**
     * Takes the record at an offset. Offsets come in ascending order, with gaps at most.
     *
     * @param event null for a record that is none
     * @param now milliseconds since 1970
     * @throws SupersededExportException where somebody else exports this partition
     */
    public void accept(long offset, @Nullable CommittedEvent event, long now) throws IOException {
        if (offset < until) {
            throw new IllegalStateException(
                    stream + " goes back to " + offset + " though files go to " + until + ": Kafka has lost records");
        }
        if (event != null && !seen.isRepeat(event.id())) {
            collect(event, offset, now);
        }
        until = offset + 1;
        if ((long) collected.size() * EVENT_BYTES >= roll.bytes()) {
            land();
        }
    }

    private void collect(CommittedEvent event, long offset, long now) throws IOException {
        String today =
                Instant.ofEpochMilli(event.at()).atZone(ZONE).toLocalDate().toString();
        if (!collected.isEmpty() && !today.equals(day)) {
            until = offset;
            land();
        }
        if (collected.isEmpty()) {
            day = today;
            collectingSince = now;
        }
        // Only now: a file that landed just before must not tell of an event that it does not hold.
        seen.take(event.id());
        collected.add(LakeRecords.of(event));
    }

    /** Lands what has waited long enough. */
    public void tick(long now) throws IOException {
        if (!collected.isEmpty() && now - collectingSince >= roll.millis()) {
            land();
        }
    }

    private void land() throws IOException {
        String name = stream.file(day, start);
        if (!landing.land(name, content())) {
            throw new SupersededExportException(name + " has landed already");
        }
        collected.clear();
        start = until;
    }

    private byte[] content() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var schema = LakeSchemas.of(stream.topic());
        try (var file = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(schema))) {
            file.setCodec(CodecFactory.zstandardCodec(COMPRESSION));
            file.setMeta(UNTIL, until);
            file.setMeta(SEEN, seen.write());
            file.create(schema, bytes);
            for (GenericRecord record : collected) {
                file.append(record);
            }
        }
        return bytes.toByteArray();
    }
}
