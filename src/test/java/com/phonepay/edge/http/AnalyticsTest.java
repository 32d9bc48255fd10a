package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.edge.http.Client.Reply;
import com.phonepay.ops.audit.AuditEntry;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.testing.MemoryAnalytics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the jobs answered, as administrators see it, and the order to run them. */
final class AnalyticsTest {
    private static final MemoryAnalytics STORE = new MemoryAnalytics();
    private static Served served;
    private static Client admin = new Client(0);

    @BeforeAll
    static void start() {
        served = Served.with(new ReadModels(
                NoReadModels.ALL.histories(),
                NoReadModels.ALL.transactions(),
                NoReadModels.ALL.reports(),
                NoReadModels.ALL.notifications(),
                NoReadModels.ALL.fraudAlerts(),
                STORE));
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        served.slices.advance(Duration.ofHours(25));
        admin = served.client().login("admin");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void tellsOfEveryAnalysisWhetherItHasAnAnswerOrNot() {
        STORE.keep(result(Analysis.SETTLEMENT_REPORT, AnalysisResult.Outcome.NOT_CLEAN, 1_000, null));
        STORE.keep(result(Analysis.HOURLY_HEALTH, AnalysisResult.Outcome.FAILED, 2_000, "no lake"));
        Reply list = admin.get("/admin/analytics");
        assertThat(list.json().path("data")).hasSize(Analysis.all().size());
        assertThat(list.raw())
                .contains("\"job\":\"settlement-report\"")
                .contains("\"outcome\":\"NOT_CLEAN\"")
                .contains("\"message\":\"no lake\"");
        Reply answer = admin.get("/admin/analytics/{id}", "settlement-report");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw()).contains("\"rows\":[{\"amount\":\"1.10\"}]", "\"counters\":{\"records\":7}");
        assertThat(admin.get("/admin/analytics/{id}", "hourly-health").text("code"))
                .isEqualTo("analysis_not_computed");
        assertThat(admin.get("/admin/analytics/{id}", "nonsense").text("code")).isEqualTo("analysis_unknown");
    }

    @Test
    void opensOneRunAtATimeAndRecordsWhoAsked() {
        Reply asked = admin.post("/admin/analytics/runs", "{\"job\":\"ledger-proof\",\"to\":\"2026-05-31\"}");
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("from")).isEqualTo("2026-05-01");
        assertThat(asked.text("requested_by")).isEqualTo("admin");
        assertThat(asked.json().path("jobs")).hasSize(1);
        assertThat(served.audit.page(Long.MAX_VALUE, 5).toCompletableFuture().join())
                .extracting((AuditEntry entry) -> entry.fact().path())
                .contains("/admin/analytics/runs");
        Reply second = admin.post("/admin/analytics/runs", "{}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("analytics_run_open");
        String id = asked.text("run_id");
        assertThat(admin.get("/admin/analytics").json().at("/running/run_id").asText())
                .isEqualTo(id);
        assertThat(admin.get("/admin/analytics/runs/{id}", id).text("status")).isEqualTo("REQUESTED");
        AnalyticsRun run = STORE.run(id).toCompletableFuture().join().orElseThrow();
        STORE.replace(run, run.takenUp("node-1", 1, 2).givenUp(3, "enough"));
        assertThat(admin.get("/admin/analytics/runs")
                        .json()
                        .at("/data/0/message")
                        .asText())
                .isEqualTo("enough");
        assertThat(admin.get("/admin/analytics/runs/{id}", "nothing").text("code"))
                .isEqualTo("analytics_run_not_found");
    }

    @Test
    void refusesWhatCanNotBeRunAndOpensNothing() {
        Map.of(
                        "{\"job\":\"drop-tables\"}", "analysis_unknown",
                        "{\"from\":\"yesterday\"}", "invalid_field",
                        "{\"from\":\"2026-05-02\",\"to\":\"2026-05-01\"}", "invalid_field",
                        "{\"from\":\"1990-05-02\",\"to\":\"2026-05-01\"}", "invalid_field",
                        "{\"command\":\"sh\"}", "unknown_field")
                .forEach((body, code) -> assertThat(
                                admin.post("/admin/analytics/runs", body).text("code"))
                        .as(body)
                        .isEqualTo(code));
        assertThat(STORE.open().toCompletableFuture().join()).isEmpty();
    }

    @Test
    void saysThatTheStoreIsAway() {
        STORE.away(true);
        try {
            assertThat(admin.get("/admin/analytics").text("code")).isEqualTo("reports_unavailable");
            assertThat(admin.post("/admin/analytics/runs", "{}").status()).isEqualTo(503);
        } finally {
            STORE.away(false);
        }
    }

    private static AnalysisResult result(
            Analysis job, AnalysisResult.Outcome outcome, long at, @Nullable String message) {
        boolean isAnswer = outcome != AnalysisResult.Outcome.FAILED;
        return new AnalysisResult(
                job,
                "nightly-2026-05-01",
                outcome,
                "2026-04-01",
                "2026-04-30",
                at,
                12,
                Map.of("records", 7L),
                List.of("amount"),
                isAnswer ? List.of("{\"amount\":\"1.10\"}") : List.of(),
                isAnswer ? 1 : 0,
                message);
    }
}
