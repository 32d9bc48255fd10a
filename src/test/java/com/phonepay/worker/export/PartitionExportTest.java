package com.phonepay.worker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Topic;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever dies, the union of the files is the topic, each event once. */
final class PartitionExportTest {
    private static final long MIDNIGHT = Instant.parse("2026-11-23T18:30:00Z").toEpochMilli();
    private static final PartitionExport.Roll SMALL = new PartitionExport.Roll(600 * 7, 60_000);
    private static final ExportStream STREAM = new ExportStream(Topic.WALLET_LEDGER, "incarnation1", 3);

    private final Shelf shelf = new Shelf();

    /** A record of the topic; null where somebody wrote nonsense. */
    private static List<@Nullable CommittedEvent> topic(int size, Random random) {
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

    private static CommittedEvent event(int slice, long row, long at) {
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

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void diesAnywhereAndGoesOn(int seed) throws IOException {
        Random random = new Random(seed);
        List<@Nullable CommittedEvent> topic = topic(400, random);
        int deaths = 0;
        PartitionExport export = resume();
        while (export.next() < topic.size()) {
            shelf.diesBefore = random.nextInt(4) == 0;
            shelf.diesAfter = random.nextInt(4) == 0;
            try {
                feed(export, topic, random.nextInt(60));
            } catch (Killed killed) {
                deaths++;
                export = resume();
            }
        }
        shelf.diesBefore = false;
        shelf.diesAfter = false;
        finish(topic);
        assertThat(deaths).isGreaterThan(3);
        assertExported(topic);
    }

    @Test
    void twoThatBothThinkItIsTheirs() throws IOException {
        Random random = new Random(99);
        List<@Nullable CommittedEvent> topic = topic(600, random);
        PartitionExport[] both = {resume(), resume()};
        int superseded = 0;
        while (both[0].next() < topic.size() || both[1].next() < topic.size()) {
            int who = random.nextInt(2);
            try {
                feed(both[who], topic, random.nextInt(20));
            } catch (SupersededExportException another) {
                superseded++;
                both[who] = resume();
            }
        }
        finish(topic);
        assertThat(superseded).isGreaterThan(5);
        assertExported(topic);
    }

    @Test
    void aTopicThatWasMadeAgainAndFilledAgain() throws IOException {
        List<@Nullable CommittedEvent> topic = topic(300, new Random(5));
        finish(topic.subList(0, 150));
        PartitionExport again =
                PartitionExport.resume(new ExportStream(Topic.WALLET_LEDGER, "incarnation2", 3), shelf, SMALL);
        assertThat(again.next()).isZero();
        feed(again, topic, topic.size());
        again.tick(Long.MAX_VALUE);
        assertExported(topic);
    }

    @Test
    void waitsForMoreButNotForEver() throws IOException {
        PartitionExport export = resume();
        export.accept(0, event(0, 1, MIDNIGHT), 1_000);
        export.tick(60_999);
        assertThat(shelf.files).isEmpty();
        export.tick(61_000);
        assertThat(shelf.files)
                .containsOnlyKeys("wallet.ledger/dt=2026-11-24/wallet.ledger+incarnation1+3+00000000000000000000.avro");
        assertThat(resume().next()).isEqualTo(1);
    }

    @Test
    void refusesToGoBack() throws IOException {
        PartitionExport export = resume();
        export.accept(7, event(0, 1, MIDNIGHT), 0);
        assertThatThrownBy(() -> export.accept(7, event(0, 2, MIDNIGHT), 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("lost records");
    }

    private PartitionExport resume() throws IOException {
        return PartitionExport.resume(STREAM, shelf, SMALL);
    }

    private static void feed(PartitionExport export, List<@Nullable CommittedEvent> topic, int count)
            throws IOException {
        for (int i = 0; i < count && export.next() < topic.size(); i++) {
            export.accept(export.next(), topic.get((int) export.next()), 0);
        }
    }

    private void finish(List<@Nullable CommittedEvent> topic) throws IOException {
        PartitionExport export = resume();
        feed(export, topic, topic.size());
        export.tick(Long.MAX_VALUE);
    }

    private void assertExported(List<@Nullable CommittedEvent> topic) throws IOException {
        List<String> expected = topic.stream()
                .flatMap(Stream::ofNullable)
                .map(event -> event.id().toString())
                .distinct()
                .sorted()
                .toList();
        List<String> exported = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : shelf.files.entrySet()) {
            try (var in = new DataFileStream<GenericRecord>(
                    new ByteArrayInputStream(file.getValue()), new GenericDatumReader<>())) {
                for (GenericRecord record : in) {
                    exported.add(record.get("event_id").toString());
                    assertThat(file.getKey()).contains(day(record));
                }
            }
        }
        assertThat(exported.stream().sorted().toList()).isEqualTo(expected);
    }

    private static String day(GenericRecord record) {
        return (Long) record.get("event_time") < MIDNIGHT ? "/dt=2026-11-23/" : "/dt=2026-11-24/";
    }

    private static final class Killed extends RuntimeException {}

    /** Files in memory; dies before or after one lands when it is told to. */
    private static final class Shelf implements Landing {
        private final Map<String, byte[]> files = new TreeMap<>();
        private boolean diesBefore;
        private boolean diesAfter;

        @Override
        public List<String> names(String topic) {
            return files.keySet().stream()
                    .filter(name -> name.startsWith(topic + "/"))
                    .toList();
        }

        @Override
        public InputStream open(String name) {
            return new ByteArrayInputStream(files.getOrDefault(name, new byte[0]));
        }

        @Override
        public boolean land(String name, byte[] content) {
            if (diesBefore) {
                throw new Killed();
            }
            boolean landed = files.putIfAbsent(name, content) == null;
            if (diesAfter) {
                throw new Killed();
            }
            return landed;
        }
    }
}
