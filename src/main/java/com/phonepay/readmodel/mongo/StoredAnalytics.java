package com.phonepay.readmodel.mongo;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.AnalyticsRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Runs and answers as documents, there and back. Rows are kept as the JSON that the job wrote, to the letter. */
final class StoredAnalytics {
    /** Only the open run has this field, and its index lets one document have it. */
    static final String SLOT = "slot";

    private StoredAnalytics() {}

    static Document of(AnalyticsRun run) {
        Document stored = new Document(Stored.ID, run.id())
                .append("cause", run.cause().name())
                .append("requested_by", run.requestedBy())
                .append("from", run.from())
                .append("to", run.to())
                .append("jobs", labels(run.jobs()))
                .append("status", run.status().name())
                .append("attempt", run.attempt())
                .append("node", run.node())
                .append("held_until", run.heldUntil())
                .append("current", run.current() == null ? null : run.current().label())
                .append("computed", labels(run.computed()))
                .append("failed", labels(run.failed()))
                .append("requested_at", run.requestedAt())
                .append("started_at", run.startedAt())
                .append("ended_at", run.endedAt())
                .append("message", run.message());
        return run.isOpen() ? stored.append(SLOT, "only") : stored;
    }

    /** What nobody has changed since. */
    static Bson unchanged(AnalyticsRun run) {
        return new Document(Stored.ID, run.id())
                .append("status", run.status().name())
                .append("attempt", run.attempt())
                .append("node", run.node())
                .append("held_until", run.heldUntil());
    }

    static AnalyticsRun run(Document stored) {
        return new AnalyticsRun(
                Stored.textOr(stored, Stored.ID, ""),
                AnalyticsRun.Cause.valueOf(Stored.textOr(stored, "cause", "")),
                Stored.text(stored, "requested_by"),
                Stored.text(stored, "from"),
                Stored.text(stored, "to"),
                jobs(stored, "jobs"),
                AnalyticsRun.Status.valueOf(Stored.textOr(stored, "status", "")),
                (int) Stored.number(stored, "attempt"),
                Stored.text(stored, "node"),
                Stored.number(stored, "held_until"),
                Analysis.find(Stored.textOr(stored, "current", "")).orElse(null),
                jobs(stored, "computed"),
                jobs(stored, "failed"),
                Stored.number(stored, "requested_at"),
                Stored.number(stored, "started_at"),
                Stored.number(stored, "ended_at"),
                Stored.text(stored, "message"));
    }

    static Document of(AnalysisResult result) {
        return new Document(Stored.ID, result.id())
                .append("job", result.job().label())
                .append("run_id", result.runId())
                .append("outcome", result.outcome().name())
                .append("from", result.from())
                .append("to", result.to())
                .append("computed_at", result.computedAt())
                .append("duration_ms", result.durationMs())
                .append("counters", new Document(new HashMap<>(result.counters())))
                .append("columns", result.columns())
                .append("rows", result.rows())
                .append("rows_total", result.rowsTotal())
                .append("message", result.message());
    }

    static AnalysisResult result(Analysis job, Document stored) {
        Map<String, Long> counters = new HashMap<>();
        if (stored.get("counters") instanceof Document counted) {
            counted.keySet().forEach(name -> counters.put(name, Stored.number(counted, name)));
        }
        return new AnalysisResult(
                job,
                Stored.textOr(stored, "run_id", ""),
                AnalysisResult.Outcome.valueOf(Stored.textOr(stored, "outcome", "")),
                Stored.text(stored, "from"),
                Stored.text(stored, "to"),
                Stored.number(stored, "computed_at"),
                Stored.number(stored, "duration_ms"),
                counters,
                Stored.texts(stored, "columns"),
                Stored.texts(stored, "rows"),
                Stored.number(stored, "rows_total"),
                Stored.text(stored, "message"));
    }

    private static List<String> labels(List<Analysis> jobs) {
        return jobs.stream().map(Analysis::label).toList();
    }

    private static List<Analysis> jobs(Document stored, String name) {
        List<Analysis> jobs = new ArrayList<>();
        Stored.texts(stored, name).forEach(label -> Analysis.find(label).ifPresent(jobs::add));
        return jobs;
    }
}
