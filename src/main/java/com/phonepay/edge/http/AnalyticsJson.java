package com.phonepay.edge.http;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.analytics.Latest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs and answers as in the contract. Rows are passed on as the job wrote them. */
final class AnalyticsJson {
    private static final String NULL = "null";

    private AnalyticsJson() {}

    static JsonObject overview(List<Latest> latest, Optional<AnalyticsRun> open) {
        return list().objects("data", latest, AnalyticsJson::item)
                .token("running", open.map(run -> run(run).toString()).orElse(NULL))
                .flag("has_more", false)
                .text("next_cursor", null);
    }

    static JsonObject runs(List<AnalyticsRun> runs) {
        return list().objects("data", runs, AnalyticsJson::run)
                .flag("has_more", false)
                .text("next_cursor", null);
    }

    private static JsonObject list() {
        return new JsonObject().text("object", "list");
    }

    private static void item(JsonObject json, Latest latest) {
        json.text("job", latest.job().label()).text("description", latest.job().description());
        latest.answer().ifPresentOrElse(answer -> about(json, answer), () -> List.of(
                        "run_id", "outcome", "from", "to", "computed_at", "duration_ms", "counters", "rows_total")
                .forEach(field -> json.token(field, NULL)));
        lastFailure(json, latest);
    }

    static JsonObject answer(Latest latest, AnalysisResult answer) {
        JsonObject json = new JsonObject()
                .text("job", latest.job().label())
                .text("description", latest.job().description());
        about(json, answer);
        lastFailure(json, latest);
        return json.texts("columns", answer.columns()).token("rows", "[" + String.join(",", answer.rows()) + "]");
    }

    private static void about(JsonObject json, AnalysisResult answer) {
        JsonObject counters = new JsonObject();
        for (Map.Entry<String, Long> counter : new TreeMap<>(answer.counters()).entrySet()) {
            counters.number(counter.getKey(), counter.getValue());
        }
        json.text("run_id", answer.runId())
                .text("outcome", answer.outcome().name())
                .text("from", answer.from())
                .text("to", answer.to())
                .time("computed_at", answer.computedAt())
                .number("duration_ms", answer.durationMs())
                .object("counters", counters)
                .number("rows_total", answer.rowsTotal());
    }

    private static void lastFailure(JsonObject json, Latest latest) {
        json.token(
                "last_failure",
                latest.failure()
                        .map(failure -> new JsonObject()
                                .text("run_id", failure.runId())
                                .time("at", failure.computedAt())
                                .text("message", failure.message())
                                .toString())
                        .orElse(NULL));
    }

    static JsonObject run(AnalyticsRun run) {
        JsonObject json = new JsonObject();
        run(json, run);
        return json;
    }

    private static void run(JsonObject json, AnalyticsRun run) {
        Analysis current = run.current();
        json.text("run_id", run.id())
                .text("cause", run.cause().name())
                .text("requested_by", run.requestedBy())
                .text("status", run.status().name())
                .text("from", run.from())
                .text("to", run.to())
                .texts("jobs", labels(run.jobs()))
                .text("current", current == null ? null : current.label())
                .texts("computed", labels(run.computed()))
                .texts("failed", labels(run.failed()))
                .number("attempt", run.attempt())
                .text("node", run.node())
                .time("requested_at", run.requestedAt())
                .text("started_at", time(run.startedAt()))
                .text("ended_at", time(run.endedAt()))
                .text("message", run.message());
    }

    private static @Nullable String time(long at) {
        return at == 0 ? null : JsonObject.timestamp(at);
    }

    private static List<String> labels(List<Analysis> jobs) {
        return jobs.stream().map(Analysis::label).toList();
    }
}
