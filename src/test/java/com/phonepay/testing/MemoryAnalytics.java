package com.phonepay.testing;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.analytics.Latest;
import com.phonepay.readmodel.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Keeps runs and answers in memory, as MongoDB does it, and can be told to be away. */
public final class MemoryAnalytics implements Analytics {
    private final Map<String, AnalyticsRun> runs = new LinkedHashMap<>();
    private final Map<String, AnalysisResult> results = new LinkedHashMap<>();
    private boolean isAway;
    private long refused;

    /** Lets it answer nothing, or again. */
    public synchronized void away(boolean away) {
        isAway = away;
    }

    /** How many questions were not answered. */
    public synchronized long refused() {
        return refused;
    }

    /** Every answer, in the order in which they came first. */
    public synchronized List<AnalysisResult> results() {
        return List.copyOf(results.values());
    }

    @Override
    public CompletionStage<Boolean> open(AnalyticsRun run) {
        return answer(() -> {
            boolean isTaken =
                    runs.containsKey(run.id()) || runs.values().stream().anyMatch(AnalyticsRun::isOpen);
            if (!isTaken) {
                runs.put(run.id(), run);
            }
            return !isTaken;
        });
    }

    @Override
    public CompletionStage<Optional<AnalyticsRun>> open() {
        return answer(() -> runs.values().stream().filter(AnalyticsRun::isOpen).findFirst());
    }

    @Override
    public CompletionStage<Boolean> replace(AnalyticsRun before, AnalyticsRun after) {
        return answer(() -> runs.replace(before.id(), before, after));
    }

    @Override
    public CompletionStage<Optional<AnalyticsRun>> run(String id) {
        return answer(() -> Optional.ofNullable(runs.get(id)));
    }

    @Override
    public CompletionStage<List<AnalyticsRun>> runs(int limit) {
        return answer(() -> runs.values().stream()
                .sorted(Comparator.comparingLong(AnalyticsRun::requestedAt).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public CompletionStage<Void> keep(AnalysisResult result) {
        return answer(() -> results.put(result.id(), result)).thenApply(kept -> null);
    }

    @Override
    public CompletionStage<List<Latest>> latest() {
        return answer(() -> Analysis.all().stream().map(this::lastWord).toList());
    }

    @Override
    public CompletionStage<Latest> latest(Analysis job) {
        return answer(() -> lastWord(job));
    }

    private Latest lastWord(Analysis job) {
        List<AnalysisResult> ofJob = new ArrayList<>(results.values());
        ofJob.removeIf(result -> result.job() != job);
        ofJob.sort(Comparator.comparingLong(AnalysisResult::computedAt).reversed());
        return new Latest(
                job,
                ofJob.stream()
                        .filter(result -> result.outcome() != AnalysisResult.Outcome.FAILED)
                        .findFirst(),
                ofJob.stream().findFirst().filter(last -> last.outcome() == AnalysisResult.Outcome.FAILED));
    }

    @Override
    public CompletionStage<Void> forgetBefore(long at) {
        return answer(() -> results.values().removeIf(result -> result.computedAt() < at))
                .thenApply(done -> null);
    }

    private synchronized <T> CompletionStage<T> answer(Supplier<T> answer) {
        refused += isAway ? 1 : 0;
        return isAway
                ? CompletableFuture.failedFuture(new UnavailableException(new IOException("connection refused")))
                : CompletableFuture.completedFuture(answer.get());
    }
}
