package com.phonepay.worker.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.CommittedEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
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

    private static final Set<String> STEPS =
            Arrays.stream(LandingStep.values()).map(LandingStep::name).collect(Collectors.toSet());

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
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

    /** From outside, while it stands between two steps of a file: each of them once. */
    @Test
    @Tag("cluster")
    void aProcessThatIsKilled() throws Exception {
        for (LandingStep step : LandingStep.values()) {
            Process process = process(ExporterForTests.STEPWISE);
            leadTo(step, process);
            process.destroyForcibly();
            assertThat(process.waitFor()).as("SIGKILL").isEqualTo(ExporterForTests.HALTED);
            assertNoneTwice();
        }
        assertThat(process("").waitFor()).isZero();
        assertThatAllIsThere(root.resolve("lake"), ExporterForTests.topic());
    }

    /** Lets it go on until that step of its third file. */
    private void leadTo(LandingStep step, Process process) throws IOException {
        BufferedReader steps = process.inputReader(UTF_8);
        for (int seen = 0; seen < 3; ) {
            String passed = steps.readLine();
            assertThat(passed).as("ended early; see %s", root).isNotNull();
            seen += step.name().equals(passed) ? 1 : 0;
            // It logs to the same place, and does not wait after that.
            if (seen < 3 && STEPS.contains(passed)) {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
            }
        }
    }

    private void assertNoneTwice() throws IOException {
        List<String> exported = TopicForTests.exported(new LocalLanding(root.resolve("lake"), "nobody", passed -> {}));
        assertThat(Set.copyOf(exported)).hasSameSizeAs(exported);
    }

    private Process process(String end) throws IOException {
        return ExporterForTests.start(root.resolve("lake").toString(), end, root);
    }
}
