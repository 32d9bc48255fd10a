package com.phonepay.slice.journal;

import akka.actor.ClassicActorSystemProvider;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Row;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * All rows of a slice in the journal's table, those of superseded owners included. Reads the table itself, because the
 * plugin's query ends at the first row that carries the last number and so hides a second one.
 */
public final class JournalRows {
    /** Rows are large (up to 256 KiB), so few of them are fetched at once. */
    private static final int PAGE_ROWS = 20;

    private final CqlSession session;
    private final PreparedStatement select;
    private final Serialization serialization;
    private final Executor executor;
    private final long partitionRows;
    private final RecentRows recent = new RecentRows();

    private JournalRows(
            CqlSession session,
            PreparedStatement select,
            Serialization serialization,
            Executor executor,
            long partitionRows) {
        this.session = session;
        this.select = select;
        this.serialization = serialization;
        this.executor = executor;
        this.partitionRows = partitionRows;
    }

    /** Reads the table that the journal plugin of this system writes. The table must exist. */
    public static CompletionStage<JournalRows> open(ClassicActorSystemProvider system, CqlSession session) {
        JournalSettings journal = JournalSettings.of(system);
        return session.prepareAsync("SELECT sequence_nr, ser_id, ser_manifest, event FROM " + journal.table()
                        + " WHERE persistence_id = ? AND partition_nr = ? AND sequence_nr >= ? AND sequence_nr <= ?")
                .thenApply(select -> new JournalRows(
                        session,
                        select,
                        SerializationExtension.get(system),
                        system.classicSystem().dispatcher(),
                        journal.partitionRows()));
    }

    /** What owners on this node have released a moment ago. */
    public RecentRows recent() {
        return recent;
    }

    /**
     * Reads the rows from one sequence number to another, both included, in order of their numbers. The consumer is
     * called by one thread at a time. The stage fails where the store does not answer or the consumer throws.
     */
    public CompletionStage<Void> read(SliceAddress slice, long from, long to, Consumer<Row> consumer) {
        if (from > to) {
            return CompletableFuture.completedFuture(null);
        }
        long partition = (from - 1) / partitionRows;
        long end = Math.min(to, (partition + 1) * partitionRows);
        var query = select.bind(slice.toString(), partition, from, end)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setPageSize(PAGE_ROWS)
                .setIdempotent(true);
        return session.executeAsync(query)
                .thenComposeAsync(page -> consume(page, consumer), executor)
                .thenComposeAsync(done -> read(slice, end + 1, to, consumer), executor);
    }

    private CompletionStage<Void> consume(AsyncResultSet page, Consumer<Row> consumer) {
        for (var stored : page.currentPage()) {
            consumer.accept(decode(stored));
        }
        return page.hasMorePages()
                ? page.fetchNextPage().thenComposeAsync(next -> consume(next, consumer), executor)
                : CompletableFuture.completedFuture(null);
    }

    private Row decode(com.datastax.oss.driver.api.core.cql.Row stored) {
        ByteBuffer event = stored.getByteBuffer("event");
        byte[] bytes = new byte[event.remaining()];
        event.get(bytes);
        return (Row) serialization
                .deserialize(bytes, stored.getInt("ser_id"), stored.getString("ser_manifest"))
                .get();
    }
}
