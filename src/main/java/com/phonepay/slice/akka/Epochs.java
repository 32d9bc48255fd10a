package com.phonepay.slice.akka;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.phonepay.kernel.SliceAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Who owns a slice, decided by light-weight transactions. Each owner takes a higher epoch than any before. Nobody
 * concludes that an epoch is his from reading his number: after an unknown outcome the number is burnt and a higher one
 * is taken.
 */
public final class Epochs {
    private final CqlSession session;
    private final PreparedStatement read;
    private final PreparedStatement first;
    private final PreparedStatement next;

    private Epochs(CqlSession session, PreparedStatement read, PreparedStatement first, PreparedStatement next) {
        this.session = session;
        this.read = read;
        this.first = first;
        this.next = next;
    }

    /** Prepares what is asked of the table {@code slice_epoch}, which {@link Schema} has created. */
    public static CompletionStage<Epochs> open(CqlSession session, String keyspace) {
        String table = keyspace + ".slice_epoch";
        CompletionStage<PreparedStatement> read =
                session.prepareAsync("SELECT epoch FROM " + table + " WHERE slice = ?");
        CompletionStage<PreparedStatement> first =
                session.prepareAsync("INSERT INTO " + table + " (slice, epoch, owner) VALUES (?, ?, ?) IF NOT EXISTS");
        CompletionStage<PreparedStatement> next =
                session.prepareAsync("UPDATE " + table + " SET epoch = ?, owner = ? WHERE slice = ? IF epoch = ?");
        return read.thenCombine(first, Pair::new)
                .thenCombine(next, (pair, third) -> new Epochs(session, pair.read, pair.first, third));
    }

    private record Pair(PreparedStatement read, PreparedStatement first) {}

    /** The slice's epoch at SERIAL, or 0 where nobody owned it ever. Fails where the store does not answer. */
    public CompletionStage<Long> read(SliceAddress slice) {
        BoundStatement select = read.bind(slice.toString())
                .setConsistencyLevel(ConsistencyLevel.SERIAL)
                .setIdempotent(true);
        return session.executeAsync(select).thenApply(Epochs::epoch);
    }

    /**
     * Takes a new epoch, higher than any before. Fails where the store does not answer at all; trying again is safe,
     * because a number counts only for the one whose own proposal was answered as applied.
     *
     * @param owner for people: the node
     */
    public CompletionStage<Long> take(SliceAddress slice, String owner) {
        return read(slice).thenCompose(current -> propose(slice, owner, current, current + 1));
    }

    private CompletionStage<Long> propose(SliceAddress slice, String owner, long current, long wanted) {
        BoundStatement proposal = current == 0
                ? first.bind(slice.toString(), wanted, owner)
                : next.bind(wanted, owner, slice.toString(), current);
        return session.executeAsync(serial(proposal))
                .handle((result, failure) -> new Reply(result, failure))
                .thenCompose(reply -> {
                    if (reply.result == null) {
                        // It may have been applied or not. Whatever is read now, this number is never used again.
                        return read(slice).thenCompose(now -> propose(slice, owner, now, Math.max(now, wanted) + 1));
                    }
                    if (reply.result.wasApplied()) {
                        return CompletableFuture.completedFuture(wanted);
                    }
                    long now = epoch(reply.result);
                    return propose(slice, owner, now, Math.max(now, wanted) + 1);
                });
    }

    private record Reply(@Nullable AsyncResultSet result, @Nullable Throwable failure) {}

    private static BoundStatement serial(BoundStatement statement) {
        return statement
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.SERIAL)
                .setIdempotent(false);
    }

    private static long epoch(AsyncResultSet result) {
        @Nullable Row row = result.one();
        return row == null ? 0 : row.getLong("epoch");
    }
}
