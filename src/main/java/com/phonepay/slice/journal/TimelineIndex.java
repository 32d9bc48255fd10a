package com.phonepay.slice.journal;

import akka.actor.ActorSystem;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.Timeline.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the {@link Timeline} up to date: nudged by the owner of a slice at each release, it reads the released rows since
 * its stored position and indexes what they say about transactions. It follows by about the pause that it is given.
 * Deleting a slice's position makes it index that slice from the beginning.
 */
public final class TimelineIndex implements ReleaseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(TimelineIndex.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    /** A slice that was silent for so long may have been owned, and indexed, by another node meanwhile. */
    private static final long SILENT_NANOS = Duration.ofSeconds(10).toNanos();

    private final ActorSystem system;
    private final ReleasedEvents released;
    private final Timeline timeline;
    private final TimelineWords words;
    private final Duration pause;
    private final Map<SliceAddress, Follower> followers = new ConcurrentHashMap<>();

    /**
     * Follows every slice that it is told about.
     *
     * @param pause during which releases are collected before the journal is read; about 300 ms
     */
    public TimelineIndex(
            ActorSystem system, ReleasedEvents released, Timeline timeline, TimelineWords words, Duration pause) {
        this.system = system;
        this.released = released;
        this.timeline = timeline;
        this.words = words;
        this.pause = pause;
    }

    @Override
    public void released(SliceAddress slice, Position position) {
        followers.computeIfAbsent(slice, Follower::new).nudge(position);
    }

    /** Follows one slice: at most one reading at a time, and one more where something was released meanwhile. */
    private final class Follower {
        private final SliceAddress slice;
        private Position target = Position.ORIGIN;
        private Position known = Position.ORIGIN;
        private boolean busy;
        private long lastNudge = System.nanoTime() - SILENT_NANOS;

        Follower(SliceAddress slice) {
            this.slice = slice;
        }

        synchronized void nudge(Position position) {
            long now = System.nanoTime();
            if (now - lastNudge >= SILENT_NANOS) {
                known = Position.ORIGIN;
            }
            lastNudge = now;
            target = position;
            if (!busy) {
                busy = true;
                later(pause);
            }
        }

        private void later(Duration after) {
            system.scheduler().scheduleOnce(after, this::follow, system.dispatcher());
        }

        private synchronized void follow() {
            Position to = target;
            CompletionStage<Position> from =
                    known.equals(Position.ORIGIN) ? timeline.position(slice) : CompletableFuture.completedFuture(known);
            from.thenCompose(begin -> catchUp(begin, to)).whenComplete((done, failure) -> followed(to, failure));
        }

        private CompletionStage<Void> catchUp(Position from, Position to) {
            return released.read(slice, from, to, this::index).thenCompose(read -> timeline.setPosition(slice, to));
        }

        private CompletionStage<Void> index(List<Row> rows) {
            List<Step> steps = new ArrayList<>();
            rows.forEach(row -> steps(slice, row, steps));
            return timeline.add(steps);
        }

        private synchronized void followed(Position to, @Nullable Throwable failure) {
            if (failure != null) {
                LOG.warn("The timeline of {} waits: {}", slice, failure.toString());
                known = Position.ORIGIN;
                later(AFTER_FAILURE);
                return;
            }
            known = to;
            busy = !target.equals(to);
            if (busy) {
                later(pause);
            }
        }
    }

    private void steps(SliceAddress slice, Row row, List<Step> steps) {
        for (int index = 0; index < row.events().size(); index++) {
            int place = index;
            words.of(row.events().get(index).event())
                    .ifPresent(word -> steps.add(new Step(word.id(), entry(slice, row, place, word), word.utr())));
        }
    }

    private static TimelineEntry entry(SliceAddress slice, Row row, int index, TimelineWord word) {
        return new TimelineEntry(
                word.what(),
                word.who(),
                slice.toString(),
                row.node(),
                row.position().epoch(),
                row.position().sequence(),
                index,
                row.at(),
                word.facts());
    }
}
