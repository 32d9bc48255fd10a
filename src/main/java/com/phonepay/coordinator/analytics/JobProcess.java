package com.phonepay.coordinator.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One job as a process of its own. It holds one end of a pipe that the job watches: when this node dies, however, the
 * job ends with it and does not go on unheard.
 */
final class JobProcess {
    private static final long TICK_MILLIS = 500;
    private static final int REASON_MAX = 600;

    private final List<String> command;
    private final Path out;
    private final Path errors;

    JobProcess(List<String> command, Path folder) {
        this.command = List.copyOf(command);
        this.out = folder.resolve("out.json");
        this.errors = folder.resolve("errors.txt");
    }

    /** Called again and again while the job runs; what it throws ends the job. */
    interface Tick {
        void tick() throws InterruptedException;
    }

    /** Where the answer is, once the job has ended well. */
    Path answer() {
        return out;
    }

    /**
     * Runs the job to its end.
     *
     * @return its exit status
     * @throws IOException where it can not be started, or takes too long
     */
    int run(Duration patience, Tick tick) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.environment().put("PHONEPAY_JOBS_TETHERED", "1");
        builder.environment().remove("PHONEPAY_TERMINAL");
        long began = System.nanoTime();
        Process process = builder.start();
        try {
            while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
                tick.tick();
                if (System.nanoTime() - began > patience.toNanos()) {
                    throw new IOException("It was ended after " + patience.toSeconds() + " s");
                }
            }
            return process.exitValue();
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** The first thing that the job complained about, for people. */
    String complaint() {
        try {
            String said = Files.readString(errors, UTF_8).strip();
            int begin = Math.max(0, said.indexOf('✗'));
            return said.substring(begin, Math.min(said.length(), begin + REASON_MAX));
        } catch (IOException unreadable) {
            return "";
        }
    }
}
