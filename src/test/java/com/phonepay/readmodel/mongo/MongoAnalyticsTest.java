package com.phonepay.readmodel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.analytics.Latest;
import com.phonepay.testing.MongoForTests;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs and answers on a real server process, many asking at once. */
@Tag("mongo")
final class MongoAnalyticsTest {
    private static final Mongo MONGO = Mongo.open(MongoForTests.freshDatabase());
    private static int numbers;

    private final Analytics analytics = MONGO.analytics();

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void opensOneRunAtATimeHoweverManyAskAtOnce() {
        List<CompletableFuture<Boolean>> asked = IntStream.range(0, 20)
                .mapToObj(i -> analytics.open(run("crowd-" + i)).toCompletableFuture())
                .toList();
        assertThat(asked.stream().filter(CompletableFuture::join)).hasSize(1);
        AnalyticsRun open = done(analytics.open()).orElseThrow();
        assertThat(done(analytics.replace(open, open.takenUp("n", 1, 2).ended(3))))
                .isTrue();
        assertThat(done(analytics.open())).isEmpty();
        assertThat(done(analytics.open(run(open.id()))))
                .as("the same run twice")
                .isFalse();
        AnalyticsRun next = run("next-" + numbers++);
        assertThat(done(analytics.open(next))).isTrue();
        end(next);
    }

    @Test
    void oneOfManyTakesARunUp() {
        AnalyticsRun run = run("taken");
        assertThat(done(analytics.open(run))).isTrue();
        List<CompletableFuture<Boolean>> taken = IntStream.range(0, 10)
                .mapToObj(i -> analytics
                        .replace(run, run.takenUp("node-" + i, 1_000, 2_000))
                        .toCompletableFuture())
                .toList();
        assertThat(taken.stream().filter(CompletableFuture::join)).hasSize(1);
        AnalyticsRun held = done(analytics.run("taken")).orElseThrow();
        AnalyticsRun over = held.takenUp("node-x", 3_000, 4_000);
        assertThat(done(analytics.replace(held, over))).isTrue();
        assertThat(done(analytics.replace(held, held.held(9_000))))
                .as("the one who lost it")
                .isFalse();
        assertThat(done(analytics.run("taken"))).contains(over);
        end(over);
    }

    @Test
    void keepsAnswersToTheLetterAndTellsTheLastWord() {
        AnalysisResult first = result("r1", AnalysisResult.Outcome.NOT_CLEAN, 1_000, null);
        AnalysisResult again = result("r1", AnalysisResult.Outcome.CLEAN, 2_000, null);
        AnalysisResult failed = result("r2", AnalysisResult.Outcome.FAILED, 3_000, "no lake");
        List.of(first, again, failed).forEach(result -> done(analytics.keep(result)));
        Latest latest = done(analytics.latest(Analysis.STATUS_COUNTS));
        assertThat(latest.answer()).contains(again);
        assertThat(latest.failure().orElseThrow().message()).isEqualTo("no lake");
        List<Latest> all = done(analytics.latest());
        assertThat(all).extracting(Latest::job).isEqualTo(Analysis.all());
        assertThat(all.get(Analysis.all().indexOf(Analysis.STATUS_COUNTS))
                        .answer()
                        .orElseThrow()
                        .rows())
                .isEmpty();
        assertThat(all.get(Analysis.all().indexOf(Analysis.LEDGER_PROOF)).answer())
                .isEmpty();

        done(analytics.forgetBefore(10_000));
        Latest kept = done(analytics.latest(Analysis.STATUS_COUNTS));
        assertThat(kept.answer()).as("the last answer is never forgotten").contains(again);
        assertThat(kept.failure()).isEmpty();
    }

    private void end(AnalyticsRun run) {
        assertThat(done(analytics.replace(run, run.givenUp(5, "over")))).isTrue();
    }

    private static AnalyticsRun run(String id) {
        return AnalyticsRun.requested(
                id, AnalyticsRun.Cause.REQUESTED, "admin", "2026-11-01", null, Analysis.all(), 20_000);
    }

    private static AnalysisResult result(
            String run, AnalysisResult.Outcome outcome, long at, @Nullable String message) {
        return new AnalysisResult(
                Analysis.STATUS_COUNTS,
                run,
                outcome,
                "2026-11-01",
                null,
                at,
                12,
                Map.of("records", 7L),
                List.of("status", "amount"),
                List.of("{\"status\":\"SUCCESS\",\"amount\":\"1.10\"}"),
                1,
                message);
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
