package com.phonepay.worker.export;

import static com.phonepay.worker.export.TopicForTests.MIDNIGHT;
import static com.phonepay.worker.export.TopicForTests.STREAM;
import static com.phonepay.worker.export.TopicForTests.event;
import static com.phonepay.worker.export.TopicForTests.feed;
import static com.phonepay.worker.export.TopicForTests.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.Topic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever dies, the union of the files is the topic, each event once. */
final class PartitionExportTest {
    private static final PartitionExport.Roll SMALL = new PartitionExport.Roll(600 * 7, 60_000);

    private final Shelf shelf = new Shelf();

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

    private void finish(List<@Nullable CommittedEvent> topic) throws IOException {
        PartitionExport export = resume();
        feed(export, topic, topic.size());
        export.tick(Long.MAX_VALUE);
    }

    private void assertExported(List<@Nullable CommittedEvent> topic) throws IOException {
        TopicForTests.assertExported(topic, shelf);
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
