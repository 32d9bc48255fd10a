package com.phonepay.payment.cluster;

import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.TimelineStep;
import com.phonepay.payment.Timelines;
import com.phonepay.slice.journal.Timeline;
import com.phonepay.slice.journal.TimelineEntry;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads the index that follows the journal, about a third of a second behind it. */
public final class ClusterTimelines implements Timelines {
    private final Timeline timeline;

    public ClusterTimelines(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public CompletionStage<List<TimelineStep>> of(TransactionId id) {
        return timeline.of(id)
                .thenApply(
                        entries -> entries.stream().map(ClusterTimelines::step).toList());
    }

    private static TimelineStep step(TimelineEntry entry) {
        return new TimelineStep(
                entry.what(),
                entry.who(),
                entry.slice(),
                entry.node(),
                entry.epoch(),
                entry.sequence(),
                entry.at(),
                entry.facts());
    }
}
