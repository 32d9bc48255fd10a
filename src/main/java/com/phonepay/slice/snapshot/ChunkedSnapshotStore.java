package com.phonepay.slice.snapshot;

import akka.persistence.SelectedSnapshot;
import akka.persistence.SnapshotMetadata;
import akka.persistence.SnapshotSelectionCriteria;
import akka.persistence.snapshot.japi.SnapshotStore;
import akka.serialization.Serialization;
import akka.serialization.SerializationExtension;
import akka.serialization.Serializer;
import akka.serialization.Serializers;
import akka.stream.alpakka.cassandra.javadsl.CassandraSessionRegistry;
import com.typesafe.config.Config;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.concurrent.Future;
import scala.jdk.javaapi.FutureConverters;

/**
 * Akka's snapshot store on Cassandra, for snapshots of any size. First the chunks are written, then the manifest: what
 * has no manifest was never there. Where a snapshot is damaged, the one before it is taken. Stores any payload through
 * Akka's serialization, and {@link Pieces} without ever having the whole of it in memory.
 */
public final class ChunkedSnapshotStore extends SnapshotStore {
    private static final Logger LOG = LoggerFactory.getLogger(ChunkedSnapshotStore.class);

    private final Serialization serialization =
            SerializationExtension.get(context().system());
    private final Executor executor = context().dispatcher();
    private final CompletionStage<SnapshotRows> rows;

    public ChunkedSnapshotStore(Config config) {
        rows = CassandraSessionRegistry.get(context().system())
                .sessionFor(config.getString("session"))
                .underlying()
                .thenApply(session -> new SnapshotRows(session, config.getString("keyspace"), executor));
    }

    @Override
    public Future<Optional<SelectedSnapshot>> doLoadAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
        return scala(found(persistenceId, criteria)
                .thenComposeAsync(manifests -> loadFirst(persistenceId, manifests.iterator()), executor));
    }

    private CompletionStage<Optional<SelectedSnapshot>> loadFirst(
            String persistenceId, Iterator<Manifest> newestFirst) {
        if (!newestFirst.hasNext()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Manifest manifest = newestFirst.next();
        return rows.thenCompose(store -> store.chunks(manifest))
                .thenApplyAsync(chunks -> Optional.of(selected(persistenceId, manifest, chunks)), executor)
                .handle((loaded, failure) -> failure == null
                        ? CompletableFuture.completedFuture(loaded)
                        : older(persistenceId, newestFirst, failure))
                .thenCompose(stage -> stage);
    }

    /** Without any snapshot that can be read, recovery must not begin at nothing as if there had never been one. */
    private CompletableFuture<Optional<SelectedSnapshot>> older(
            String persistenceId, Iterator<Manifest> older, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(cause instanceof DamagedSnapshotException) || !older.hasNext()) {
            return CompletableFuture.failedFuture(cause);
        }
        LOG.error("ALARM snapshot_damaged of {}: {}; taking an older one", persistenceId, cause.getMessage());
        return loadFirst(persistenceId, older).toCompletableFuture();
    }

    private SelectedSnapshot selected(String persistenceId, Manifest manifest, List<Chunk> chunks) {
        List<byte[]> pieces = Chunks.together(chunks);
        Object payload = manifest.serializer() == Manifest.PIECES
                ? new Pieces(pieces)
                : serialization
                        .deserialize(pieces.get(0), manifest.serializer(), manifest.serializerManifest())
                        .get();
        return SelectedSnapshot.create(
                new SnapshotMetadata(persistenceId, manifest.sequence(), manifest.timestamp()), payload);
    }

    @Override
    public Future<Void> doSaveAsync(SnapshotMetadata metadata, Object snapshot) {
        return scala(rows.thenComposeAsync(store -> save(store, metadata, snapshot), executor));
    }

    private CompletionStage<Void> save(SnapshotRows store, SnapshotMetadata metadata, Object snapshot) {
        UUID id = UUID.randomUUID();
        String persistenceId = metadata.persistenceId();
        long sequence = metadata.sequenceNr();
        Payload payload = payload(snapshot);
        return store.manifests(persistenceId, sequence, sequence)
                .thenComposeAsync(
                        before -> store.putAll(id, new Chunks(payload.pieces))
                                .thenApply(chunks -> new Manifest(
                                        sequence,
                                        metadata.timestamp(),
                                        id,
                                        chunks,
                                        payload.serializer,
                                        payload.manifest))
                                .thenCompose(manifest -> store.put(persistenceId, manifest))
                                .thenCompose(done -> forget(store, before)),
                        executor);
    }

    private record Payload(Iterator<byte[]> pieces, int serializer, String manifest) {}

    private Payload payload(Object snapshot) {
        if (snapshot instanceof Pieces pieces) {
            return new Payload(pieces.parts().iterator(), Manifest.PIECES, "");
        }
        Serializer serializer = serialization.findSerializerFor(snapshot);
        byte[] bytes = serialization.serialize(snapshot).get();
        return new Payload(
                List.of(bytes).iterator(), serializer.identifier(), Serializers.manifestFor(serializer, snapshot));
    }

    /** The manifest of the same number was replaced by now; only its chunks are left. */
    private static CompletionStage<Void> forget(SnapshotRows store, List<Manifest> replaced) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Manifest old : replaced) {
            all = all.thenCompose(done -> store.deleteChunks(old.snapshot(), old.buckets()));
        }
        return all;
    }

    @Override
    public Future<Void> doDeleteAsync(SnapshotMetadata metadata) {
        long sequence = metadata.sequenceNr();
        return scala(rows.thenCompose(store -> store.manifests(metadata.persistenceId(), sequence, sequence)
                .thenCompose(found -> deleteAll(store, metadata.persistenceId(), found))));
    }

    @Override
    public Future<Void> doDeleteAsync(String persistenceId, SnapshotSelectionCriteria criteria) {
        return scala(rows.thenCompose(
                store -> found(persistenceId, criteria).thenCompose(found -> deleteAll(store, persistenceId, found))));
    }

    private static CompletionStage<Void> deleteAll(SnapshotRows store, String persistenceId, List<Manifest> found) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Manifest manifest : found) {
            all = all.thenCompose(done -> store.delete(persistenceId, manifest));
        }
        return all;
    }

    private CompletionStage<List<Manifest>> found(String persistenceId, SnapshotSelectionCriteria criteria) {
        return rows.thenCompose(
                        store -> store.manifests(persistenceId, criteria.minSequenceNr(), criteria.maxSequenceNr()))
                .thenApply(manifests -> manifests.stream()
                        .filter(manifest -> manifest.timestamp() >= criteria.minTimestamp()
                                && manifest.timestamp() <= criteria.maxTimestamp())
                        .toList());
    }

    private static <T> Future<T> scala(CompletionStage<T> stage) {
        return FutureConverters.asScala(stage);
    }
}
