package com.phonepay.analytics;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one job answered in one run, or that it could not.
 *
 * @param from first day that was looked at, null for no bound
 * @param to last day that was looked at, null for no bound
 * @param computedAt milliseconds since 1970
 * @param durationMs of the computation, without the start of its process
 * @param counters what was read and found: records, malformed, and the job's own; money in paise
 * @param rows one JSON object each, with {@code columns} as fields; the first ones only where there are very many
 * @param rowsTotal how many there were
 * @param message why there is no answer; null where there is one
 */
public record AnalysisResult(
        Analysis job,
        String runId,
        Outcome outcome,
        @Nullable String from,
        @Nullable String to,
        long computedAt,
        long durationMs,
        Map<String, Long> counters,
        List<String> columns,
        List<String> rows,
        long rowsTotal,
        @Nullable String message) {

    /** What an answer says. */
    public enum Outcome {
        /** Nothing is wrong. */
        CLEAN,
        /** There is an answer, and it is that something is wrong: an unbalanced ledger, a difference. */
        NOT_CLEAN,
        /** There is no answer. */
        FAILED
    }

    public AnalysisResult {
        counters = Map.copyOf(counters);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The same for every attempt of a run at a job. */
    public String id() {
        return runId + ":" + job.label();
    }

    public static AnalysisResult failed(Analysis job, AnalyticsRun run, long now, long durationMs, String why) {
        return new AnalysisResult(
                job,
                run.id(),
                Outcome.FAILED,
                run.from(),
                run.to(),
                now,
                durationMs,
                Map.of(),
                List.of(),
                List.of(),
                0,
                why);
    }
}
