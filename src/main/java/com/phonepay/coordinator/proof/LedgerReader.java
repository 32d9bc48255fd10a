package com.phonepay.coordinator.proof;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.journal.JournalRows;
import com.phonepay.slice.journal.ReleasedEvents;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads slices from the journal alone, without asking their owners how far they are. A row is certain once it was seen
 * while its epoch was still the slice's: whoever takes a higher epoch reads the journal afterwards and finds it. Blocks;
 * one thread at a time.
 */
public final class LedgerReader {
    /** A new owner writes its first row within this time, or it is dead and the old rows are the last. */
    private static final int ACTIVATION_TRIES = 100;

    private static final long PAUSE_MS = 100;

    private final CqlSession session;
    private final String epochs;
    private final JournalRows journal;
    private final ReleasedEvents released;
    private final AtomicLong discarded = new AtomicLong();

    public LedgerReader(CqlSession session, String keyspace, JournalRows journal) {
        this.session = session;
        this.epochs = keyspace + ".slice_epoch";
        this.journal = journal;
        this.released = new ReleasedEvents(journal);
    }

    /** The certain end of a slice, from a position that was certain before. */
    Position end(SliceAddress slice, Position known) {
        Position tip = tip(slice, known);
        for (int tries = 0; tries < ACTIVATION_TRIES && epoch(slice) != tip.epoch(); tries++) {
            pause();
            tip = tip(slice, known);
        }
        return tip;
    }

    private Position tip(SliceAddress slice, Position known) {
        Position[] tip = {known};
        journal.readToEnd(slice, known.sequence() + 1, row -> tip[0] = newer(tip[0], row.position()))
                .toCompletableFuture()
                .join();
        return tip[0];
    }

    /** The rule of the chain: the higher epoch, and within an epoch the later row. */
    private static Position newer(Position one, Position other) {
        boolean later =
                other.epoch() > one.epoch() || (other.epoch() == one.epoch() && other.sequence() > one.sequence());
        return later ? other : one;
    }

    /** Hands on the rows of the chain between two positions, and counts those that it leaves out. */
    void read(SliceAddress slice, Position from, Position to, Consumer<com.phonepay.slice.Row> sink) {
        AtomicLong taken = new AtomicLong();
        released.read(slice, from, to, rows -> {
                    rows.forEach(sink);
                    taken.addAndGet(rows.size());
                    return CompletableFuture.completedFuture(null);
                })
                .toCompletableFuture()
                .join();
        discarded.addAndGet(Math.max(0, to.sequence() - from.sequence() - taken.get()));
    }

    /** Sequence numbers that no row of a chain carries. */
    long discarded() {
        return discarded.get();
    }

    private long epoch(SliceAddress slice) {
        SimpleStatement select = SimpleStatement.newInstance(
                        "SELECT epoch FROM " + epochs + " WHERE slice = ?", slice.toString())
                .setConsistencyLevel(ConsistencyLevel.SERIAL)
                .setIdempotent(true);
        @Nullable Row row = session.execute(select).one();
        return row == null ? 0 : row.getLong("epoch");
    }

    private static void pause() {
        try {
            CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an activation", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("a pause does nothing that could fail", e);
        }
    }
}
