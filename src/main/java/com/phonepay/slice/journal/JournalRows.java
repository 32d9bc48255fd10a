package com.phonepay.slice.journal;

import akka.actor.ClassicActorSystemProvider;
import akka.serialization.SerializationExtension;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Row;
import com.phonepay.slice.wire.RowFormat;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
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
    private final Decoder decoder;
    private final Executor executor;
    private final long partitionRows;
    private final RecentRows recent = new RecentRows();

    /** Makes a row of what is stored. */
    private interface Decoder {
        Row decode(byte[] bytes, int serializer, String manifest);
    }

    private JournalRows(
            CqlSession session, PreparedStatement select, Decoder decoder, Executor executor, long partitionRows) {
        this.session = session;
        this.select = select;
        this.decoder = decoder;
        this.executor = executor;
        this.partitionRows = partitionRows;
    }

    /** Reads the table that the journal plugin of this system writes. The table must exist. */
    public static CompletionStage<JournalRows> open(ClassicActorSystemProvider system, CqlSession session) {
        JournalSettings journal = JournalSettings.of(system);
        var serialization = SerializationExtension.get(system);
        return open(
                session,
                journal,
                (bytes, serializer, manifest) -> (Row)
                        serialization.deserialize(bytes, serializer, manifest).get(),
                system.classicSystem().dispatcher());
    }

    /** Reads a journal without an actor system: for programs that look at the data of a system that may be down. */
    public static CompletionStage<JournalRows> open(
            CqlSession session, JournalSettings journal, RowFormat format, Executor executor) {
        return open(session, journal, (bytes, serializer, manifest) -> format.decode(bytes), executor);
    }

    private static CompletionStage<JournalRows> open(
            CqlSession session, JournalSettings journal, Decoder decoder, Executor executor) {
        return session.prepareAsync("SELECT sequence_nr, ser_id, ser_manifest, event FROM " + journal.table()
                        + " WHERE persistence_id = ? AND partition_nr = ? AND sequence_nr >= ? AND sequence_nr <= ?")
                .thenApply(select -> new JournalRows(session, select, decoder, executor, journal.partitionRows()));
    }

    /**
     * Reads every row from a sequence number to the end of the journal, in order of their numbers. The end is where a
     * whole partition of the table is empty: numbers have no gaps of that size.
     */
    public CompletionStage<Void> readToEnd(SliceAddress slice, long from, Consumer<Row> consumer) {
        long partitionEnd = ((from - 1) / partitionRows + 1) * partitionRows;
        boolean fromItsBegin = (from - 1) % partitionRows == 0;
        AtomicBoolean any = new AtomicBoolean();
        return read(slice, from, partitionEnd, row -> {
                    any.set(true);
                    consumer.accept(row);
                })
                .thenComposeAsync(
                        read -> any.get() || !fromItsBegin
                                ? readToEnd(slice, partitionEnd + 1, consumer)
                                : CompletableFuture.completedFuture(null),
                        executor);
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
        return decoder.decode(bytes, stored.getInt("ser_id"), stored.getString("ser_manifest"));
    }
}
