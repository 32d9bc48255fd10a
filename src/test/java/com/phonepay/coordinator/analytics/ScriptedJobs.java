package com.phonepay.coordinator.analytics;

import com.phonepay.settings.AnalyticsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** A program in the place of the jobs: it notes what it was asked, and answers as the test wants. */
final class ScriptedJobs {
    private final Path folder;
    private Duration hold = Duration.ofMinutes(2);

    ScriptedJobs(Path folder) {
        this.folder = folder;
    }

    /** Answers every job with these rows, after noting that it began. */
    ScriptedJobs answering(String rows) throws IOException {
        return doing(
                """
                echo '{"job":"'$1'","computed_at":"2026-11-24T21:00:05Z","from":null,"to":null,"duration_ms":7,\
                "clean":true,"counters":{"records":3},"columns":["a"],"rows":%s}'
                """
                        .formatted(rows));
    }

    /** Waits until standard input breaks, as a real job ends with its node. */
    ScriptedJobs hanging() throws IOException {
        return doing("cat >/dev/null; echo $1 >>" + folder.resolve("cut-off"));
    }

    /** Lets runs be taken over after this silence. */
    ScriptedJobs holding(Duration newHold) {
        hold = newHold;
        return this;
    }

    ScriptedJobs doing(String commands) throws IOException {
        Files.writeString(
                script(),
                "#!/bin/sh\necho \"$@\" >>" + asked() + "\n" + commands,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        return this;
    }

    private Path script() {
        return folder.resolve("jobs.sh");
    }

    private Path asked() {
        return folder.resolve("asked");
    }

    /** The command lines so far. */
    List<String> commandLines() throws IOException {
        return Files.exists(asked()) ? Files.readAllLines(asked()) : List.of();
    }

    AnalyticsSettings settings(Optional<LocalTime> nightlyAt) {
        return new AnalyticsSettings(
                List.of("sh", script().toString()),
                "lake",
                folder,
                nightlyAt,
                31,
                Duration.ofSeconds(30),
                hold,
                Duration.ofMillis(20));
    }
}
