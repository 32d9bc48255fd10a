package com.phonepay.slice.akka;

import akka.actor.ActorSystem;
import akka.stream.alpakka.cassandra.javadsl.CassandraSessionRegistry;
import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.slice.journal.JournalRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cassandra, once everything that slices need of it is there and was checked. */
public record SliceStore(CqlSession session, Epochs epochs, JournalRows journal) {
    private static final Logger LOG = LoggerFactory.getLogger(SliceStore.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What must be there.
     *
     * @param createKeyspace CQL
     * @param tables CQL of further tables
     * @param fixed values that may never change in the life of the installation
     */
    public record Layout(String keyspace, String createKeyspace, List<String> tables, Map<String, String> fixed) {}

    /**
     * Waits for Cassandra for as long as it takes; creates what is missing. Fails with
     * {@link InstallationMismatchException} only.
     */
    public static CompletionStage<SliceStore> open(ActorSystem system, Layout layout) {
        LOG.info("Waiting for Cassandra");
        return attempt(system, layout);
    }

    private static CompletionStage<SliceStore> attempt(ActorSystem system, Layout layout) {
        return CassandraSessionRegistry.get(system)
                .sessionFor("akka.persistence.cassandra")
                .underlying()
                .thenCompose(session -> prepare(system, session, layout))
                .handle((store, failure) ->
                        failure == null ? CompletableFuture.completedFuture(store) : again(system, layout, failure))
                .thenCompose(stage -> stage);
    }

    private static CompletableFuture<SliceStore> again(ActorSystem system, Layout layout, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof InstallationMismatchException) {
            return CompletableFuture.failedFuture(cause);
        }
        LOG.warn("Cassandra is not ready, trying again: {}", cause.toString());
        CompletableFuture<SliceStore> later = new CompletableFuture<>();
        system.scheduler()
                .scheduleOnce(
                        PAUSE,
                        () -> attempt(system, layout).whenComplete((store, fault) -> {
                            if (fault == null) {
                                later.complete(store);
                            } else {
                                later.completeExceptionally(fault);
                            }
                        }),
                        system.dispatcher());
        return later;
    }

    private static CompletionStage<SliceStore> prepare(ActorSystem system, CqlSession session, Layout layout) {
        return new Schema(session, layout.keyspace())
                .create(system, layout.createKeyspace(), layout.tables())
                .thenCompose(done -> new Installation(session, layout.keyspace()).check(layout.fixed()))
                .thenCompose(done -> Epochs.open(session, layout.keyspace()))
                .thenCompose(epochs -> JournalRows.open(system, session)
                        .thenApply(journal -> new SliceStore(session, epochs, journal)));
    }
}
