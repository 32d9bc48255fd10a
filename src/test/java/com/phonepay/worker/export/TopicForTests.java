package com.phonepay.worker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One partition of a topic, the same for the same seed: three slices around midnight, events that were published again,
 * and records that somebody else wrote. What must be in the files is each event once.
 */
final class TopicForTests {
    static final long MIDNIGHT = Instant.parse("2026-11-23T18:30:00Z").toEpochMilli();
    static final ExportStream STREAM = new ExportStream(Topic.WALLET_LEDGER, "incarnation1", 3);

    private TopicForTests() {}

    /** A record of the topic; null where somebody wrote nonsense. */
    static List<@Nullable CommittedEvent> topic(int size, Random random) {
        List<@Nullable CommittedEvent> topic = new ArrayList<>();
        long[] rows = new long[3];
        while (topic.size() < size) {
            int slice = random.nextInt(3);
            // Around midnight the slices do not agree which day it is.
            long at = MIDNIGHT + (topic.size() - size / 2) * 1_000L + random.nextInt(5_000);
            topic.add(event(slice, ++rows[slice], at));
            if (random.nextInt(20) == 0) {
                topic.add(null);
            }
            if (random.nextInt(15) == 0) {
                // A tap that was restarted publishes its last events again.
                for (long row = Math.max(1, rows[slice] - random.nextInt(6)); row <= rows[slice]; row++) {
                    topic.add(event(slice, row, at));
                }
            }
        }
        return topic;
    }

    static CommittedEvent event(int slice, long row, long at) {
        EventId id = new EventId(new SliceAddress(SliceType.WALLETS, slice), row, 0);
        LedgerPosted posting = new LedgerPosted(
                "account" + slice,
                "L" + row,
                "RECHARGE",
                LedgerPosted.Type.CREDIT,
                Money.ofPaise(row),
                Money.ofPaise(row * 2),
                "bank_funding",
                "bank_funding",
                row,
                at);
        return new CommittedEvent(id, 1, Topic.WALLET_LEDGER, "account" + slice, at, posting);
    }

    /** Takes the next so many records. */
    static void feed(PartitionExport export, List<@Nullable CommittedEvent> topic, int count) throws IOException {
        for (int i = 0; i < count && export.next() < topic.size(); i++) {
            export.accept(export.next(), topic.get((int) export.next()), 0);
        }
    }

    /** The ids that the files hold, each in the folder of its day. */
    static List<String> exported(Landing landing) throws IOException {
        List<String> exported = new ArrayList<>();
        for (String name : landing.names(Topic.WALLET_LEDGER.label())) {
            try (var in = new DataFileStream<GenericRecord>(landing.open(name), new GenericDatumReader<>())) {
                for (GenericRecord record : in) {
                    exported.add(record.get("event_id").toString());
                    assertThat(name).contains(day(record));
                }
            }
        }
        return exported.stream().sorted().toList();
    }

    static void assertExported(List<@Nullable CommittedEvent> topic, Landing landing) throws IOException {
        List<String> expected = topic.stream()
                .flatMap(Stream::ofNullable)
                .map(event -> event.id().toString())
                .distinct()
                .sorted()
                .toList();
        assertThat(exported(landing)).isEqualTo(expected);
    }

    private static String day(GenericRecord record) {
        return (Long) record.get("event_time") < MIDNIGHT ? "/dt=2026-11-23/" : "/dt=2026-11-24/";
    }
}
