package com.phonepay.slice.journal;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.BoundStatement;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.TransactionId;
import com.phonepay.slice.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps of transactions by their id, kept in Cassandra by {@link TimelineIndex}. A cache of the journal, no truth. */
public final class Timeline {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};
    /** Far below the size at which Cassandra warns of a batch. */
    private static final int BATCH_ROWS = 64;

    private final CqlSession session;
    private final Map<Query, PreparedStatement> statements;

    private enum Query {
        STEPS("SELECT * FROM %s.transaction_timeline WHERE bucket = ? AND id = ?"),
        ADD_STEP("INSERT INTO %s.transaction_timeline"
                + " (bucket, id, at, slice, sequence, idx, epoch, node, what, who, facts)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        ID_OF_UTR("SELECT id FROM %s.transaction_by_utr WHERE bucket = ? AND utr = ?"),
        ADD_UTR("INSERT INTO %s.transaction_by_utr (bucket, utr, id) VALUES (?, ?, ?)"),
        POSITION("SELECT sequence, epoch FROM %s.timeline_position WHERE slice = ?"),
        SET_POSITION("INSERT INTO %s.timeline_position (slice, sequence, epoch) VALUES (?, ?, ?)");

        private final String cql;

        Query(String cql) {
            this.cql = cql;
        }
    }

    /** An entry and the transaction that it is about. */
    record Step(TransactionId id, TimelineEntry entry, @Nullable String utr) {}

    private Timeline(CqlSession session, Map<Query, PreparedStatement> statements) {
        this.session = session;
        this.statements = statements;
    }

    /** Prepares the queries. The tables must exist. */
    public static CompletionStage<Timeline> open(CqlSession session, String keyspace) {
        CompletionStage<Map<Query, PreparedStatement>> all = CompletableFuture.completedFuture(new HashMap<>());
        for (Query query : Query.values()) {
            CompletionStage<PreparedStatement> prepared = session.prepareAsync(String.format(query.cql, keyspace));
            all = all.thenCombine(prepared, (statements, statement) -> {
                statements.put(query, statement);
                return statements;
            });
        }
        return all.thenApply(statements -> new Timeline(session, Map.copyOf(statements)));
    }

    /** Every step that is indexed so far, in order of slice time; none where the id is unknown or not indexed yet. */
    public CompletionStage<List<TimelineEntry>> of(TransactionId id) {
        return run(bind(Query.STEPS, TimelineTables.bucket(id), id.value()))
                .thenCompose(page -> collect(page, new ArrayList<>()));
    }

    /** The transaction that has this reference. */
    public CompletionStage<Optional<TransactionId>> byUtr(String utr) {
        return run(bind(Query.ID_OF_UTR, TimelineTables.bucket(utr), utr))
                .thenApply(
                        found -> Optional.ofNullable(found.one()).map(row -> new TransactionId(row.getString("id"))));
    }

    private static CompletionStage<List<TimelineEntry>> collect(AsyncResultSet page, List<TimelineEntry> entries) {
        page.currentPage().forEach(row -> entries.add(entry(row)));
        return page.hasMorePages()
                ? page.fetchNextPage().thenCompose(next -> collect(next, entries))
                : CompletableFuture.completedFuture(entries);
    }

    private static TimelineEntry entry(Row row) {
        return new TimelineEntry(
                row.getString("what"),
                row.getString("who"),
                row.getString("slice"),
                row.getString("node"),
                row.getLong("epoch"),
                row.getLong("sequence"),
                row.getInt("idx"),
                row.getLong("at"),
                facts(row.getString("facts")));
    }

    /** Up to where a slice is indexed; the origin where it never was. */
    CompletionStage<Position> position(SliceAddress slice) {
        return run(bind(Query.POSITION, slice.toString())).thenApply(found -> {
            Row row = found.one();
            return row == null ? Position.ORIGIN : new Position(row.getLong("sequence"), row.getLong("epoch"));
        });
    }

    CompletionStage<Void> setPosition(SliceAddress slice, Position position) {
        return run(bind(Query.SET_POSITION, slice.toString(), position.sequence(), position.epoch()))
                .thenAccept(done -> {});
    }

    /** Writes the steps, those of one partition together. Writing a step twice changes nothing. */
    CompletionStage<Void> add(List<Step> steps) {
        Map<Integer, List<BatchableStatement<?>>> rows = new HashMap<>();
        Map<Integer, List<BatchableStatement<?>>> references = new HashMap<>();
        for (Step step : steps) {
            in(rows, TimelineTables.bucket(step.id())).add(insert(step));
            if (step.utr() != null) {
                int bucket = TimelineTables.bucket(step.utr());
                in(references, bucket)
                        .add(bind(Query.ADD_UTR, bucket, step.utr(), step.id().value()));
            }
        }
        return CompletableFuture.allOf(Stream.concat(rows.values().stream(), references.values().stream())
                .flatMap(partition -> batches(partition).stream())
                .map(batch -> session.executeAsync(batch).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private static List<BatchableStatement<?>> in(Map<Integer, List<BatchableStatement<?>>> partitions, int bucket) {
        return partitions.computeIfAbsent(bucket, unused -> new ArrayList<>());
    }

    private static List<BatchStatement> batches(List<BatchableStatement<?>> rows) {
        List<BatchStatement> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH_ROWS) {
            batches.add(BatchStatement.newInstance(
                            BatchType.UNLOGGED, rows.subList(from, Math.min(rows.size(), from + BATCH_ROWS)))
                    .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                    .setIdempotent(true));
        }
        return batches;
    }

    private BoundStatement insert(Step step) {
        TimelineEntry entry = step.entry();
        return bind(
                Query.ADD_STEP,
                TimelineTables.bucket(step.id()),
                step.id().value(),
                entry.at(),
                entry.slice(),
                entry.sequence(),
                entry.index(),
                entry.epoch(),
                entry.node(),
                entry.what(),
                entry.who(),
                json(entry.facts()));
    }

    private BoundStatement bind(Query query, Object... values) {
        PreparedStatement statement = statements.get(query);
        if (statement == null) {
            throw new IllegalStateException(query + " was not prepared");
        }
        return statement
                .bind(values)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setIdempotent(true);
    }

    private CompletionStage<AsyncResultSet> run(BoundStatement statement) {
        return session.executeAsync(statement);
    }

    private static String json(Map<String, String> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static Map<String, String> facts(@Nullable String json) {
        try {
            return json == null ? Map.of() : JSON.readValue(json, FACTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a damaged timeline; delete its positions to build it anew", e);
        }
    }
}
