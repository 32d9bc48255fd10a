package com.phonepay.worker.export;

import com.phonepay.events.CommittedEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Exports {@link #topic} to a folder, as a process of its own that ends as it is told. */
final class ExporterForTests {
    /** What a shell says of a process that was killed. */
    static final int HALTED = 128 + 9;

    private static final int SIZE = 4_000;
    private static final PartitionExport.Roll SMALL = new PartitionExport.Roll(600 * 20, 60_000);
    private static final long PAUSE_NANOS = 5_000_000;

    private ExporterForTests() {}

    static List<@Nullable CommittedEvent> topic() {
        return TopicForTests.topic(SIZE, new Random(17));
    }

    /** Starts one; what it prints goes to a file in a folder. */
    static Process start(String lake, String end, Path output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ExporterForTests.class.getName(),
                        lake,
                        end)
                .redirectErrorStream(true)
                .redirectOutput(output.resolve("process-" + System.nanoTime() + ".out").toFile())
                .start();
    }

    /** Arguments: the lake, and the step of the third file at which to halt; or SLOWLY, or nothing. */
    public static void main(String[] arguments) throws IOException {
        List<@Nullable CommittedEvent> topic = topic();
        Landing landing =
                LakePlace.open(arguments[0], System.getProperty("user.name"), "node-1", steps(arguments[1]));
        PartitionExport export = PartitionExport.resume(TopicForTests.STREAM, landing, SMALL);
        TopicForTests.feed(export, topic, topic.size());
        export.tick(Long.MAX_VALUE);
    }

    private static Consumer<LandingStep> steps(String end) {
        if (end.equals("SLOWLY")) {
            // So that it is at work when it is killed, and at any step.
            return passed -> LockSupport.parkNanos(PAUSE_NANOS);
        }
        int[] left = {3};
        return passed -> {
            if (passed.name().equals(end) && --left[0] == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }
}
