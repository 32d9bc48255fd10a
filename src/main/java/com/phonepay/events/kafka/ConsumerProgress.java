package com.phonepay.events.kafka;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.phonepay.events.EventId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.TopicPartition;

/**
 * What each consumer has handled, in Cassandra and not in Kafka, so that it still knows when Kafka lost its data. In one
 * partition the events of one slice come in the order of their ids, so the last id of each slice says it all.
 */
public final class ConsumerProgress {
    /** Room for the index of an event below the sequence of its row, in the time stamp of a write. */
    private static final int INDEX_BITS = 20;

    private final CqlSession session;
    private final PreparedStatement select;
    private final PreparedStatement store;

    private ConsumerProgress(CqlSession session, PreparedStatement select, PreparedStatement store) {
        this.session = session;
        this.select = select;
        this.store = store;
    }

    /** Prepares the queries. The tables must exist. */
    public static CompletionStage<ConsumerProgress> open(CqlSession session, String keyspace) {
        CompletionStage<PreparedStatement> select = session.prepareAsync("SELECT slice, sequence, idx FROM " + keyspace
                + ".consumer_progress WHERE consumer = ? AND topic = ? AND partition = ?");
        CompletionStage<PreparedStatement> store = session.prepareAsync(
                "INSERT INTO " + keyspace + ".consumer_progress (consumer, topic, partition, slice, sequence, idx)"
                        + " VALUES (?, ?, ?, ?, ?, ?) USING TIMESTAMP ?");
        return select.thenCombine(store, (reading, writing) -> new ConsumerProgress(session, reading, writing));
    }

    /** The last handled event of each slice, by the slice's name. */
    CompletionStage<Map<String, EventId>> of(String consumer, TopicPartition partition) {
        return session.executeAsync(select.bind(consumer, partition.topic(), partition.partition()))
                .thenApply(page -> {
                    Map<String, EventId> handled = new HashMap<>();
                    page.currentPage().forEach(row -> {
                        String slice = row.getString("slice");
                        EventId.parse(slice + ":" + row.getLong("sequence") + ":" + row.getInt("idx"))
                                .ifPresent(id -> handled.put(slice, id));
                    });
                    return handled;
                });
    }

    /**
     * Notes the last handled events. The time stamp of the write is the event's own place, so that a consumer which
     * lost the partition and does not know it yet can not take the record back.
     */
    CompletionStage<Void> store(String consumer, Map<TopicPartition, Map<String, EventId>> handled) {
        List<CompletableFuture<?>> writes = new ArrayList<>();
        handled.forEach((partition, last) -> writes.add(
                session.executeAsync(batch(consumer, partition, last)).toCompletableFuture()));
        return CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new));
    }

    private BatchStatement batch(String consumer, TopicPartition partition, Map<String, EventId> last) {
        List<BatchableStatement<?>> rows = new ArrayList<>();
        last.forEach((slice, id) -> rows.add(store.bind(
                consumer,
                partition.topic(),
                partition.partition(),
                slice,
                id.sequence(),
                id.index(),
                (id.sequence() << INDEX_BITS) + id.index())));
        return BatchStatement.newInstance(BatchType.UNLOGGED, rows);
    }
}
