package com.phonepay.analytics;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps runs and answers. Everything in it can be lost: the next run computes it anew. At most one run is open at a time,
 * whoever asks and however many ask at once. A store that does not answer fails the stage.
 */
public interface Analytics {
    /** Opens a run. False where another one is open, or one of this id has been: then nothing changes. */
    CompletionStage<Boolean> open(AnalyticsRun run);

    /** The run that is open. */
    CompletionStage<Optional<AnalyticsRun>> open();

    /**
     * Replaces the stored run where it is still that attempt and still open; exactly one of those who try to take the same
     * run up at once is told true. A run that has ended makes room for the next.
     */
    CompletionStage<Boolean> replace(AnalyticsRun before, AnalyticsRun after);

    CompletionStage<Optional<AnalyticsRun>> run(String id);

    /** Newest first. */
    CompletionStage<List<AnalyticsRun>> runs(int limit);

    /** Keeps an answer; that of an earlier attempt of the same run is replaced. */
    CompletionStage<Void> keep(AnalysisResult result);

    /** The last word on every job, without rows. */
    CompletionStage<List<Latest>> latest();

    CompletionStage<Latest> latest(Analysis job);

    /** Removes what is older, the latest answer of each job excepted. */
    CompletionStage<Void> forgetBefore(long at);
}
