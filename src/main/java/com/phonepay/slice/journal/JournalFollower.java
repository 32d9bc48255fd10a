package com.phonepay.slice.journal;

import akka.actor.ActorSystem;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the released rows of slices for one reader: nudged by the owner of a slice at each release, it hands the
 * reader what was released since the position that the reader stored. One reading of a slice at a time; what fails is
 * tried again, later each time.
 */
public final class JournalFollower implements ReleaseWatch {
    private static final Logger LOG = LoggerFactory.getLogger(JournalFollower.class);
    private static final long FIRST_RETRY_MS = 500;
    private static final long LAST_RETRY_MS = 10_000;
    /** A slice that was silent for so long may have been owned, and followed, by another node meanwhile. */
    private static final long SILENT_NANOS = Duration.ofSeconds(10).toNanos();

    private final ActorSystem system;
    private final ReleasedEvents released;
    private final JournalReader reader;
    private final Duration pause;
    private final Map<SliceAddress, Following> following = new ConcurrentHashMap<>();

    /**
     * Follows every slice that it is told about.
     *
     * @param pause during which releases are collected before the journal is read
     */
    public JournalFollower(ActorSystem system, ReleasedEvents released, JournalReader reader, Duration pause) {
        this.system = system;
        this.released = released;
        this.reader = reader;
        this.pause = pause;
    }

    @Override
    public void released(SliceAddress slice, Position position) {
        following.computeIfAbsent(slice, Following::new).nudge(position);
    }

    /** Asks the reader anew where it stands in the slice, and reads on from there. For slices followed already. */
    public void reread(SliceAddress slice) {
        Following known = following.get(slice);
        if (known != null) {
            known.reread();
        }
    }

    /** Follows one slice: at most one reading at a time, and one more where something was released meanwhile. */
    private final class Following {
        private final SliceAddress slice;
        private Position target = Position.ORIGIN;
        private @Nullable Position known;
        private boolean busy;
        private boolean again;
        private int failures;
        private long lastNudge = System.nanoTime() - SILENT_NANOS;

        Following(SliceAddress slice) {
            this.slice = slice;
        }

        synchronized void nudge(Position position) {
            long now = System.nanoTime();
            again |= now - lastNudge >= SILENT_NANOS;
            lastNudge = now;
            target = position;
            begin();
        }

        synchronized void reread() {
            again = true;
            begin();
        }

        private void begin() {
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
            Position from = again ? null : known;
            again = false;
            begun(from).thenCompose(begin -> catchUp(begin, to)).whenComplete((done, failure) -> followed(to, failure));
        }

        private CompletionStage<Position> begun(@Nullable Position from) {
            // A reader that throws instead of failing would leave the slice unread for ever.
            return from != null
                    ? CompletableFuture.completedFuture(from)
                    : CompletableFuture.completedFuture(slice).thenCompose(reader::begin);
        }

        private CompletionStage<Void> catchUp(Position from, Position to) {
            // A newer owner's reader may have come further than this one was ever told.
            if (from.sequence() >= to.sequence()) {
                return CompletableFuture.completedFuture(null);
            }
            return released.read(slice, from, to, rows -> reader.take(slice, rows))
                    .thenCompose(read -> reader.reached(slice, to));
        }

        private synchronized void followed(Position to, @Nullable Throwable failure) {
            if (failure != null) {
                failures++;
                LOG.warn("{} waits at {}: {}", reader.name(), slice, failure.toString());
                again = true;
                later(retryPause());
                return;
            }
            failures = 0;
            known = to;
            busy = again || !target.equals(to);
            if (busy) {
                later(pause);
            }
        }

        /** Doubles with each failure; random by a fifth, so that slices which failed together do not return together. */
        private Duration retryPause() {
            long millis = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS << Math.min(failures, 10));
            return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 5));
        }
    }
}
