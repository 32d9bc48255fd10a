package com.phonepay.coordinator.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.FraudAlerts;
import com.phonepay.readmodel.Page;
import com.phonepay.settings.AnalyticsSettings;
import com.phonepay.testing.MemoryAnalytics;
import com.phonepay.testing.Soon;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs and their end, with a program in the place of the jobs. */
final class AnalyticsDeskTest {
    private static final long NOW = Instant.parse("2026-11-24T21:00:10Z").toEpochMilli();

    private static final AnalyticsDesk.Payments NOTHING = sink -> CompletableFuture.completedFuture(null);

    @TempDir
    private Path folder = Path.of("");

    private final MemoryAnalytics store = new MemoryAnalytics();
    private final List<FraudAlert> raised = Collections.synchronizedList(new ArrayList<>());
    private final InstantSource clock = InstantSource.system();

    private final FraudAlerts alerts = new FraudAlerts() {
        @Override
        public CompletionStage<Void> store(List<FraudAlert> alerts) {
            raised.addAll(alerts);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Page<FraudAlert>> list(int limit, @Nullable Cursor after) {
            return CompletableFuture.completedFuture(new Page<>(List.copyOf(raised), null));
        }
    };

    @Test
    void answersEveryJobOfARunThatWasAskedFor() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).answering("[{\"a\":1},{\"a\":2}]");
        List<Analysis> wanted = new ArrayList<>(Analysis.all());
        wanted.remove(Analysis.AML_STRUCTURING);
        open(asked(wanted));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            AnalyticsRun run = ended();
            assertThat(desk).isNotNull();
            assertThat(run.status()).as(String.valueOf(run.message())).isEqualTo(AnalyticsRun.Status.SUCCEEDED);
            assertThat(run.computed()).isEqualTo(wanted);
        }
        assertThat(store.results()).hasSize(wanted.size());
        AnalysisResult result = store.results().get(2);
        assertThat(result.job()).isEqualTo(Analysis.STATUS_COUNTS);
        assertThat(result.rows()).containsExactly("{\"a\":1}", "{\"a\":2}");
        assertThat(result.counters()).containsEntry("records", 3L);
        assertThat(jobs.commandLines())
                .contains(
                        "ledger-proof --in lake --json",
                        "status-counts --in lake --json --from 2026-11-01 --to 2026-11-24")
                .anyMatch(line -> line.startsWith("reconciliation") && line.contains("--against file:/"));
    }

    @Test
    void runsEachNightOnce() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).answering("[]");
        AnalyticsSettings nightly = jobs.settings(Optional.of(LocalTime.of(2, 30)));
        InstantSource night = () -> Instant.ofEpochMilli(NOW);
        var desks = List.of(
                new AnalyticsDesk(store, NOTHING, alerts, nightly, night, "node-1"),
                new AnalyticsDesk(store, NOTHING, alerts, nightly, night, "node-2"));
        AnalyticsRun run = ended();
        assertThat(run.id()).isEqualTo("nightly-2026-11-25");
        desks.forEach(AnalyticsDesk::close);
        assertThat(store.runs(10).toCompletableFuture().join()).hasSize(1);
        assertThat(jobs.commandLines()).hasSize(Analysis.all().size());
    }

    @Test
    void saysWhyAJobHasNoAnswerAndGoesOnWithTheOthers() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).doing("echo '✗ There is no folder lake' >&2; exit 2");
        open(asked(List.of(Analysis.STATUS_COUNTS, Analysis.TOP_MERCHANTS)));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            AnalyticsRun run = ended();
            assertThat(desk).isNotNull();
            assertThat(run.status()).isEqualTo(AnalyticsRun.Status.FAILED);
            assertThat(run.failed()).containsExactly(Analysis.STATUS_COUNTS, Analysis.TOP_MERCHANTS);
            assertThat(run.message()).contains("status-counts: It ended with 2. ✗ There is no folder lake");
        }
        assertThat(store.results()).allMatch(result -> result.outcome() == AnalysisResult.Outcome.FAILED);
    }

    @Test
    void whatIsNoAnswerIsAFailure() throws IOException {
        for (String said : List.of("", "{\"job\":\"top-merchants\"}", "{\"job\":\"status-counts\",\"clean\":true")) {
            ScriptedJobs jobs = new ScriptedJobs(folder).doing("echo '" + said + "'");
            open(asked(List.of(Analysis.STATUS_COUNTS)));
            try (AnalyticsDesk desk = desk(jobs, "node-1")) {
                assertThat(desk).isNotNull();
                assertThat(ended().status()).as(said).isEqualTo(AnalyticsRun.Status.FAILED);
            }
        }
    }

    @Test
    void aCoordinatorThatLeavesEndsItsJobAndTheNextOneGoesOnAtOnce() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).hanging();
        open(asked(List.of(Analysis.STATUS_COUNTS)));
        AnalyticsDesk first = desk(jobs, "node-1");
        Soon.until(() -> !jobs.commandLines().isEmpty());
        first.close();
        Soon.until(() -> run().status() == AnalyticsRun.Status.REQUESTED);
        jobs.answering("[]");
        try (AnalyticsDesk second = desk(jobs, "node-2")) {
            assertThat(second).isNotNull();
            assertThat(ended().node()).isEqualTo("node-2");
            assertThat(run().attempt()).isEqualTo(1);
        }
    }

    @Test
    void aRunWhoseNodeDiedIsTakenOverAndGoesOnWithWhatIsLeft() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).answering("[]");
        long now = clock.millis();
        AnalyticsRun dead = asked(List.of(Analysis.LEDGER_PROOF, Analysis.STATUS_COUNTS))
                .takenUp("node-9", now, now + 1_500)
                .answered(Analysis.LEDGER_PROOF)
                .computing(Analysis.STATUS_COUNTS);
        open(dead);
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            AnalyticsRun run = ended();
            assertThat(run.status()).isEqualTo(AnalyticsRun.Status.SUCCEEDED);
            assertThat(run.attempt()).isEqualTo(2);
            assertThat(run.endedAt()).isGreaterThanOrEqualTo(now + 1_500);
        }
        assertThat(jobs.commandLines()).hasSize(1).first().asString().startsWith("status-counts");
    }

    @Test
    void aRunThatLostItsNodeThreeTimesIsGivenUp() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).answering("[]");
        AnalyticsRun dead = asked(Analysis.all());
        for (int attempt = 0; attempt < AnalyticsRun.ATTEMPTS_MAX; attempt++) {
            dead = dead.takenUp("node-9", 1, 2);
        }
        open(dead);
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            AnalyticsRun run = ended();
            assertThat(run.status()).isEqualTo(AnalyticsRun.Status.FAILED);
            assertThat(run.message()).contains("lost 3 times");
        }
        assertThat(jobs.commandLines()).isEmpty();
    }

    @Test
    void whoLosesTheRunEndsTheJobAndChangesNothingMore() throws IOException {
        ScriptedJobs jobs =
                new ScriptedJobs(folder).holding(Duration.ofSeconds(6)).hanging();
        open(asked(List.of(Analysis.STATUS_COUNTS)));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            Soon.until(() -> run().current() == Analysis.STATUS_COUNTS);
            AnalyticsRun stolen = run();
            AnalyticsRun theirs = stolen.takenUp("node-2", clock.millis(), clock.millis() + 600_000);
            Soon.until(() -> store.replace(run(), theirs).toCompletableFuture().join());
            Soon.until(() -> ProcessHandle.current().descendants().noneMatch(process -> String.join(
                            " ", process.info().arguments().orElse(new String[0]))
                    .contains(folder.toString())));
            assertThat(run()).isEqualTo(theirs);
        }
        assertThat(store.results()).isEmpty();
    }

    @Test
    void aStoreThatIsAwayForAWhileCostsNothing() throws IOException {
        ScriptedJobs jobs =
                new ScriptedJobs(folder).holding(Duration.ofSeconds(20)).hanging();
        open(asked(List.of(Analysis.STATUS_COUNTS)));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            Soon.until(() -> !jobs.commandLines().isEmpty());
            long held = run().heldUntil();
            store.away(true);
            long refused = store.refused();
            Soon.until(() -> store.refused() > refused + 2);
            store.away(false);
            Soon.until(() -> run().heldUntil() > held);
            assertThat(run().attempt()).isEqualTo(1);
        }
    }

    @Test
    void aRowThatMakesNoSenseFailsItsJobAlone() throws IOException {
        ScriptedJobs jobs = new ScriptedJobs(folder).answering("[{\"a\":1}]");
        open(asked(List.of(Analysis.AML_STRUCTURING, Analysis.FRAUD_BY_RULE)));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            AnalyticsRun run = ended();
            assertThat(run.failed()).containsExactly(Analysis.AML_STRUCTURING);
            assertThat(run.computed()).containsExactly(Analysis.FRAUD_BY_RULE);
            assertThat(run.attempt()).isEqualTo(1);
        }
        assertThat(raised).isEmpty();
    }

    @Test
    void raisesAnAlertForEachPatternUnderTheSameIdEveryNight() throws IOException {
        String row =
                """
                [{"account_id":"mallory","pattern":"NEAR_THRESHOLD","payments":4,"amount":"175999.99",\
                "first_at":"2026-11-20T01:00:00+05:30","last_at":"2026-11-21T00:30:00+05:30",\
                "transaction_ids":["M1","M2"],"payee_ids":["carol"]},\
                {"account_id":"oscar","pattern":"SPLIT_TOTAL","payments":3,"amount":"99.00",\
                "first_at":"2026-11-01T01:00:00+05:30","last_at":"2026-11-01T03:30:00+05:30",\
                "transaction_ids":["O1"],"payee_ids":["carol"]}]""";
        ScriptedJobs jobs = new ScriptedJobs(folder)
                .doing(
                        """
                echo '{"job":"'$1'","computed_at":"2026-11-24T21:00:05Z","from":"2026-11-01","to":null,\
                "duration_ms":7,"clean":true,"counters":{},"columns":[],"rows":%s}'
                """
                                .formatted(row));
        open(asked(List.of(Analysis.AML_STRUCTURING)));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            ended();
        }
        assertThat(raised).hasSize(1);
        FraudAlert alert = raised.get(0);
        long firstAt = Instant.parse("2026-11-19T19:30:00Z").toEpochMilli();
        assertThat(alert.id()).isEqualTo("analytics:aml-structuring:mallory:NEAR_THRESHOLD:" + firstAt);
        assertThat(alert.kind()).isEqualTo("STRUCTURING");
        assertThat(alert.amount().paise()).isEqualTo(17_599_999);
        assertThat(alert.payee().value()).isEqualTo("carol");
    }

    @Test
    void raisesAnAlertForEachPaymentBeyondWhatIsUsual() throws IOException {
        String rows =
                """
                [{"account_id":"ravi","payments":10,"mean":"550.00","deviation":"302.77","max":"1000.00",\
                "usual_hours":["18"],"limit":"1458.31","transaction_id":"T1","payee_id":"shop",\
                "amount":"1458.32","at":"2026-11-24T03:00:00+05:30","unusual_hour":"yes"},\
                {"account_id":"meera","payments":9,"mean":"100.00","deviation":"0.00","max":"100.00",\
                "usual_hours":["10"],"limit":"1000.00","transaction_id":null,"payee_id":null,\
                "amount":null,"at":null,"unusual_hour":null}]""";
        ScriptedJobs jobs = new ScriptedJobs(folder).answering(rows);
        open(asked(List.of(Analysis.PAYER_BASELINE)));
        try (AnalyticsDesk desk = desk(jobs, "node-1")) {
            assertThat(desk).isNotNull();
            assertThat(ended().status()).isEqualTo(AnalyticsRun.Status.SUCCEEDED);
        }
        assertThat(raised).hasSize(1);
        FraudAlert alert = raised.get(0);
        assertThat(alert.id()).isEqualTo("analytics:payer-baseline:T1");
        assertThat(alert.kind()).isEqualTo("BASELINE");
        assertThat(alert.payer().value()).isEqualTo("ravi");
        assertThat(alert.amount().paise()).isEqualTo(145_832);
        assertThat(alert.baseline()).isEqualTo(Money.ofPaise(55_000));
        assertThat(alert.at()).isEqualTo(Instant.parse("2026-11-23T21:30:00Z").toEpochMilli());
        assertThat(alert.reasons())
                .containsExactly(
                        "The amount is beyond 1458.31 rupees, after 10 payments of 550.00 rupees on average",
                        "This payer rarely pays at this hour");
    }

    private AnalyticsDesk desk(ScriptedJobs jobs, String node) {
        return new AnalyticsDesk(store, NOTHING, alerts, jobs.settings(Optional.empty()), clock, node);
    }

    private AnalyticsRun asked(List<Analysis> jobs) {
        return AnalyticsRun.requested(
                "run-" + System.nanoTime(),
                AnalyticsRun.Cause.REQUESTED,
                "admin",
                "2026-11-01",
                "2026-11-24",
                jobs,
                clock.millis());
    }

    private void open(AnalyticsRun run) {
        assertThat(store.open(run).toCompletableFuture().join()).isTrue();
    }

    private AnalyticsRun run() {
        return store.runs(1).toCompletableFuture().join().get(0);
    }

    private AnalyticsRun ended() {
        Soon.until(() -> {
            var runs = store.runs(1).toCompletableFuture().join();
            return !runs.isEmpty() && !runs.get(0).isOpen();
        });
        return run();
    }
}
