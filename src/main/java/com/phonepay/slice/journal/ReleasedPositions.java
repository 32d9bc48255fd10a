package com.phonepay.slice.journal;

import akka.actor.ActorSystem;
import akka.pattern.Patterns;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;

/**
 * Up to where slices are released, for those who read the journal outside of the owners' nodes: the owners' nodes keep
 * the timeline's position, which is one that was released.
 */
public final class ReleasedPositions {
    private static final int ROWS = 2000;
    private static final Comparator<Position> BY_AGE =
            Comparator.comparingLong(Position::epoch).thenComparingLong(Position::sequence);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final ActorSystem system;
    private final JournalRows journal;
    private final Timeline timeline;
    private final Duration patience;

    /** @param patience how long to wait for owners to release what is in the journal */
    public ReleasedPositions(ActorSystem system, JournalRows journal, Timeline timeline, Duration patience) {
        this.system = system;
        this.journal = journal;
        this.timeline = timeline;
        this.patience = patience;
    }

    /**
     * A released position that covers every valid row that is in the journal now, and perhaps later ones. Fails with a
     * {@link TimeoutException} where the owner does not release them: nobody owns the slice, or it has just changed hands.
     */
    public CompletionStage<Position> now(SliceAddress slice) {
        long end = System.nanoTime() + patience.toNanos();
        return timeline.position(slice)
                .thenCompose(known -> newest(slice, known, known.sequence()))
                .thenCompose(newest -> released(slice, newest, end));
    }

    /** The last row of the highest epoch. */
    private CompletionStage<Position> newest(SliceAddress slice, Position best, long above) {
        List<Position> rows = new ArrayList<>();
        return journal.read(slice, above + 1, above + ROWS, row -> rows.add(row.position()))
                .thenCompose(read -> rows.isEmpty()
                        ? CompletableFuture.completedFuture(best)
                        : newest(slice, newest(best, rows), above + ROWS));
    }

    private static Position newest(Position best, List<Position> rows) {
        Position newest = best;
        for (Position row : rows) {
            newest = BY_AGE.compare(row, newest) > 0 ? row : newest;
        }
        return newest;
    }

    private CompletionStage<Position> released(SliceAddress slice, Position newest, long end) {
        return timeline.position(slice).thenCompose(position -> {
            if (position.epoch() > newest.epoch() || position.sequence() >= newest.sequence()) {
                return CompletableFuture.completedFuture(position);
            }
            if (System.nanoTime() > end) {
                return CompletableFuture.failedFuture(new TimeoutException(
                        slice + " is released up to " + position + " only, and its journal ends at " + newest));
            }
            return Patterns.after(PAUSE, system, () -> released(slice, newest, end));
        });
    }
}
