package com.phonepay.worker.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.CommittedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The exporter ends between every two steps of landing a file, in its first file, in later ones, and again and again;
 * then as a process of its own that is really killed. Whoever comes next goes on, and each event is there once.
 */
final class KilledExporterTest {
    private static final int SIZE = 150;
    private static final PartitionExport.Roll SMALL = new PartitionExport.Roll(600 * 7, 60_000);
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path root = Path.of("");

    /** Ends the exporter; not an IOException, so nothing is cleaned up, as nothing would be. */
    private static final class Killed extends RuntimeException {}

    @ParameterizedTest
    @EnumSource
    void endsAtAStepOfAnyFile(LandingStep step) throws IOException {
        for (int file = 1; file <= 6; file++) {
            Path lake = root.resolve(step + "-" + file);
            List<@Nullable CommittedEvent> topic = TopicForTests.topic(SIZE, new Random(file));
            assertThat(runOrDie(lake, topic, endingAt(step, file))).as("died").isTrue();
            assertThat(runOrDie(lake, topic, passed -> {})).as("died again").isFalse();
            assertThatAllIsThere(lake, topic);
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsAtThatStepOfEveryFile(LandingStep step) throws IOException {
        List<@Nullable CommittedEvent> topic = TopicForTests.topic(SIZE, new Random(29));
        boolean isProgress = step.compareTo(LandingStep.NAMED) >= 0;
        int deaths = 0;
        // Before a file has its name nothing but the next attempt can be better: that one dies one file later.
        while (runOrDie(root, topic, endingAt(step, isProgress ? 1 : 2))) {
            deaths++;
        }
        assertThat(deaths).isGreaterThan(10);
        assertThatAllIsThere(root, topic);
    }

    private static Consumer<LandingStep> endingAt(LandingStep step, int time) {
        int[] left = {time};
        return passed -> {
            if (passed == step && --left[0] == 0) {
                throw new Killed();
            }
        };
    }

    /** As a process would: everything anew, from the files. */
    private static boolean runOrDie(Path lake, List<@Nullable CommittedEvent> topic, Consumer<LandingStep> steps)
            throws IOException {
        try {
            PartitionExport export =
                    PartitionExport.resume(TopicForTests.STREAM, new LocalLanding(lake, "node-1", steps), SMALL);
            TopicForTests.feed(export, topic, topic.size());
            export.tick(Long.MAX_VALUE);
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    private static void assertThatAllIsThere(Path lake, List<@Nullable CommittedEvent> topic) throws IOException {
        Landing landing = new LocalLanding(lake, "node-1", passed -> {});
        TopicForTests.assertExported(topic, landing);
        try (Stream<Path> drafts = Files.list(lake.resolve("_tmp"))) {
            assertThat(drafts).as("drafts").isEmpty();
        }
    }

    /** One process for each step, each in the place of the one before, on the same files; the last one ends well. */
    @Test
    @Tag("cluster")
    void aProcessThatHaltsAtEachStep() throws Exception {
        for (LandingStep step : EnumSet.allOf(LandingStep.class)) {
            Process process = process(step.name());
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s; see %s", step, root).isEqualTo(ExporterForTests.HALTED);
            assertNoneTwice();
        }
        assertThat(process("").waitFor()).isZero();
        assertThatAllIsThere(root.resolve("lake"), ExporterForTests.topic());
    }

    /** From outside, at whatever it is doing when some more files are there. */
    @Test
    @Tag("cluster")
    void aProcessThatIsKilled() throws Exception {
        for (int kill = 0; kill < 4; kill++) {
            int before = files();
            Process process = process("SLOWLY");
            while (files() < before + 5) {
                assertThat(process.waitFor(2, TimeUnit.MILLISECONDS))
                        .as("ended; see %s", root)
                        .isFalse();
            }
            process.destroyForcibly();
            assertThat(process.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
            assertNoneTwice();
        }
        assertThat(process("").waitFor()).isZero();
        assertThatAllIsThere(root.resolve("lake"), ExporterForTests.topic());
    }

    private int files() throws IOException {
        return new LocalLanding(root.resolve("lake"), "nobody", passed -> {})
                .names("wallet.ledger")
                .size();
    }

    private void assertNoneTwice() throws IOException {
        List<String> exported = TopicForTests.exported(new LocalLanding(root.resolve("lake"), "nobody", passed -> {}));
        assertThat(Set.copyOf(exported)).hasSameSizeAs(exported);
    }

    private Process process(String end) throws IOException {
        return ExporterForTests.start(root.resolve("lake").toString(), end, root);
    }
}
