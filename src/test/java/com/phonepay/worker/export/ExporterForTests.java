package com.phonepay.worker.export;

import com.phonepay.events.CommittedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Exports {@link #topic} to a folder, as a process of its own that ends as it is told. */
final class ExporterForTests {
    /** What a shell says of a process that was killed. */
    static final int HALTED = 128 + 9;

    /** Says each step that is passed, and goes on when it is sent a byte. */
    static final String STEPWISE = "STEPWISE";

    private static final int SIZE = 4_000;
    private static final PartitionExport.Roll SMALL = new PartitionExport.Roll(600 * 20, 60_000);

    private ExporterForTests() {}

    static List<@Nullable CommittedEvent> topic() {
        return TopicForTests.topic(SIZE, new Random(17));
    }

    /** Starts one; what it complains about goes to a file in a folder. */
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
                .redirectError(
                        output.resolve("process-" + System.nanoTime() + ".err").toFile())
                .start();
    }

    /** Arguments: the lake, and the step of the third file at which to halt; or STEPWISE, or nothing. */
    public static void main(String[] arguments) throws IOException {
        List<@Nullable CommittedEvent> topic = topic();
        Landing landing = LakePlace.open(arguments[0], System.getProperty("user.name"), "node-1", steps(arguments[1]));
        PartitionExport export = PartitionExport.resume(TopicForTests.STREAM, landing, SMALL);
        TopicForTests.feed(export, topic, topic.size());
        export.tick(Long.MAX_VALUE);
    }

    private static Consumer<LandingStep> steps(String end) {
        if (end.equals(STEPWISE)) {
            return ExporterForTests::tellAndWait;
        }
        int[] left = {3};
        return passed -> {
            if (passed.name().equals(end) && --left[0] == 0) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }

    private static void tellAndWait(LandingStep passed) {
        System.out.println(passed);
        try {
            if (System.in.read() < 0) {
                throw new IllegalStateException("Nobody waits for this any more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
