package com.phonepay.coordinator.analytics;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.settings.AnalyticsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs one job of a run and reads its answer. Whatever goes wrong becomes an answer that says so. */
final class JobRunner {
    private static final int CLEAN = 0;
    private static final int NOT_CLEAN = 4;

    private final AnalyticsSettings settings;
    private final ReadModelList readModel;
    private final InstantSource clock;

    JobRunner(AnalyticsSettings settings, AnalyticsDesk.Payments payments, InstantSource clock) {
        this.settings = settings;
        this.readModel = new ReadModelList(payments);
        this.clock = clock;
    }

    AnalysisResult run(Analysis job, AnalyticsRun run, JobProcess.Tick tick) throws InterruptedException {
        long began = clock.millis();
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(settings.work()), "phonepay-analytics-");
            try {
                return run(job, run, folder, tick);
            } finally {
                remove(folder);
            }
        } catch (IOException failure) {
            return AnalysisResult.failed(
                    job, run, clock.millis(), clock.millis() - began, String.valueOf(failure.getMessage()));
        }
    }

    private AnalysisResult run(Analysis job, AnalyticsRun run, Path folder, JobProcess.Tick tick)
            throws IOException, InterruptedException {
        if (settings.command().isEmpty() || settings.lake().isEmpty()) {
            throw new IOException("This installation has no " + (settings.lake().isEmpty() ? "lake" : "jobs"));
        }
        JobProcess process = new JobProcess(command(job, run, folder), folder);
        int status = process.run(settings.jobTimeout(), tick);
        if (status != CLEAN && status != NOT_CLEAN) {
            throw new IOException("It ended with " + status + ". " + process.complaint());
        }
        return JobAnswer.read(job, run, process.answer());
    }

    private List<String> command(Analysis job, AnalyticsRun run, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(settings.command());
        command.addAll(List.of(job.label(), "--in", settings.lake(), "--json"));
        // A proof of some days would have to believe the balances that they begin with.
        if (job != Analysis.LEDGER_PROOF) {
            if (run.from() != null) {
                command.addAll(List.of("--from", run.from()));
            }
            if (run.to() != null) {
                command.addAll(List.of("--to", run.to()));
            }
        }
        if (job == Analysis.RECONCILIATION) {
            Path list = folder.resolve("read-model.csv");
            Held.answer(readModel.write(run, list));
            command.addAll(List.of("--against", list.toUri().toString()));
        }
        return command;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
