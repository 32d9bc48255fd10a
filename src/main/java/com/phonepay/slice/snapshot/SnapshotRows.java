package com.phonepay.slice.snapshot;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The rows of snapshots in Cassandra. Everything is read and written at QUORUM. */
final class SnapshotRows {
    /** Chunks fetched at once: 8 MiB at most, half of what a frame may carry. */
    private static final int PAGE_CHUNKS = 8;

    private final CqlSession session;
    private final Executor executor;
    private final CompletionStage<PreparedStatement> selectManifests;
    private final CompletionStage<PreparedStatement> insertManifest;
    private final CompletionStage<PreparedStatement> deleteManifest;
    private final CompletionStage<PreparedStatement> selectChunks;
    private final CompletionStage<PreparedStatement> insertChunk;
    private final CompletionStage<PreparedStatement> deleteChunks;

    SnapshotRows(CqlSession session, String keyspace, Executor executor) {
        this.session = session;
        this.executor = executor;
        String manifests = keyspace + ".snapshot_manifest";
        String chunks = keyspace + ".snapshot_chunk";
        String one = " WHERE persistence_id = ? AND sequence_nr = ?";
        selectManifests = session.prepareAsync(
                "SELECT * FROM " + manifests + " WHERE persistence_id = ? AND sequence_nr >= ? AND sequence_nr <= ?");
        insertManifest = session.prepareAsync("INSERT INTO " + manifests
                + " (persistence_id, sequence_nr, timestamp, snapshot, chunks, ser_id, ser_manifest)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)");
        deleteManifest = session.prepareAsync("DELETE FROM " + manifests + one);
        selectChunks = session.prepareAsync("SELECT * FROM " + chunks + " WHERE snapshot = ? AND bucket = ?");
        insertChunk = session.prepareAsync("INSERT INTO " + chunks
                + " (snapshot, bucket, chunk, ends_piece, checksum, data) VALUES (?, ?, ?, ?, ?, ?)");
        deleteChunks = session.prepareAsync("DELETE FROM " + chunks + " WHERE snapshot = ? AND bucket = ?");
    }

    /** The manifests between two sequence numbers, both included, the newest first. */
    CompletionStage<List<Manifest>> manifests(String persistenceId, long from, long to) {
        return run(selectManifests, persistenceId, from, to).thenCompose(page -> collect(page, new ArrayList<>()));
    }

    private CompletionStage<List<Manifest>> collect(AsyncResultSet page, List<Manifest> found) {
        page.currentPage().forEach(row -> found.add(Manifest.of(row)));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, found))
                : CompletableFuture.completedFuture(found);
    }

    CompletionStage<Void> put(String persistenceId, Manifest manifest) {
        return run(
                        insertManifest,
                        persistenceId,
                        manifest.sequence(),
                        manifest.timestamp(),
                        manifest.snapshot(),
                        manifest.chunks(),
                        manifest.serializer(),
                        manifest.serializerManifest())
                .thenAccept(done -> {});
    }

    /** Writes all chunks, one after the other, each made when it is due. Gives how many there were. */
    CompletionStage<Integer> putAll(UUID snapshot, Iterator<Chunk> chunks) {
        return putFrom(snapshot, chunks, 0);
    }

    private CompletionStage<Integer> putFrom(UUID snapshot, Iterator<Chunk> chunks, int number) {
        if (!chunks.hasNext()) {
            return CompletableFuture.completedFuture(number);
        }
        Chunk chunk = chunks.next();
        int bucket = number / SnapshotTables.BUCKET_CHUNKS;
        return run(insertChunk, snapshot, bucket, number, chunk.endsPiece(), chunk.checksum(), chunk.data())
                .thenComposeAsync(done -> putFrom(snapshot, chunks, number + 1), executor);
    }

    /** All chunks in order. Fails with {@link DamagedSnapshotException} where one is missing or changed. */
    CompletionStage<List<Chunk>> chunks(Manifest manifest) {
        return readBucket(manifest, 0, new ArrayList<>(manifest.chunks())).thenApply(chunks -> {
            if (chunks.size() != manifest.chunks() || !chunks.stream().allMatch(Chunk::isIntact)) {
                throw new DamagedSnapshotException(manifest);
            }
            return chunks;
        });
    }

    private CompletionStage<List<Chunk>> readBucket(Manifest manifest, int bucket, List<Chunk> found) {
        if (bucket >= manifest.buckets()) {
            return CompletableFuture.completedFuture(found);
        }
        return selectChunks
                .thenCompose(select -> session.executeAsync(
                        quorum(select.bind(manifest.snapshot(), bucket)).setPageSize(PAGE_CHUNKS)))
                .thenCompose(page -> readPage(page, found))
                .thenComposeAsync(done -> readBucket(manifest, bucket + 1, found), executor);
    }

    private CompletionStage<Void> readPage(AsyncResultSet page, List<Chunk> found) {
        page.currentPage()
                .forEach(row -> found.add(new Chunk(
                        row.get("data", ByteBuffer.class), row.getBoolean("ends_piece"), row.getLong("checksum"))));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> readPage(next, found))
                : CompletableFuture.completedFuture(null);
    }

    /** The manifest goes first, so that nobody finds a snapshot whose chunks are half gone. */
    CompletionStage<Void> delete(String persistenceId, Manifest manifest) {
        return run(deleteManifest, persistenceId, manifest.sequence())
                .thenCompose(done -> deleteChunks(manifest.snapshot(), manifest.buckets()));
    }

    CompletionStage<Void> deleteChunks(UUID snapshot, int buckets) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (int bucket = 0; bucket < buckets; bucket++) {
            int next = bucket;
            all = all.thenCompose(before -> run(deleteChunks, snapshot, next)).thenAccept(done -> {});
        }
        return all;
    }

    private CompletionStage<AsyncResultSet> run(CompletionStage<PreparedStatement> prepared, Object... values) {
        return prepared.thenCompose(statement -> session.executeAsync(quorum(statement.bind(values))));
    }

    private static BoundStatement quorum(BoundStatement statement) {
        return statement.setConsistencyLevel(DefaultConsistencyLevel.QUORUM).setIdempotent(true);
    }
}
