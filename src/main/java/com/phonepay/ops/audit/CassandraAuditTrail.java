package com.phonepay.ops.audit;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The chain in Cassandra. Each number is given once, by a light-weight transaction, whichever node writes; who loses the
 * race takes the next.
 */
public final class CassandraAuditTrail implements AuditTrail {
    private static final int TRIES = 20;
    private static final String CHAIN = "admin";

    private final CqlSession session;
    private final String table;
    private final InstantSource clock;

    public CassandraAuditTrail(CqlSession session, String keyspace, InstantSource clock) {
        this.session = session;
        this.table = keyspace + ".audit_trail";
        this.clock = clock;
    }

    /** CQL that creates the table where it is missing. */
    public static List<String> create(String keyspace) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".audit_trail (chain text, sequence bigint, at bigint, "
                        + "id text, actor text, client text, action text, path text, reason text, phase text, status int, "
                        + "request_id text, previous_hash text, hash text, PRIMARY KEY (chain, sequence)) "
                        + "WITH CLUSTERING ORDER BY (sequence DESC)");
    }

    @Override
    public CompletionStage<AuditEntry> append(AuditFact fact) {
        return append(fact, 1);
    }

    private CompletionStage<AuditEntry> append(AuditFact fact, int attempt) {
        return last().thenCompose(last -> {
            if (last != null && last.fact().id().equals(fact.id())) {
                return CompletableFuture.completedFuture(last);
            }
            AuditEntry next = last == null
                    ? AuditEntry.sealed(1, clock.millis(), fact, AuditEntry.ORIGIN)
                    : AuditEntry.sealed(last.sequence() + 1, clock.millis(), fact, last.hash());
            return insert(next)
                    .thenCompose(applied -> applied ? CompletableFuture.completedFuture(next) : again(fact, attempt));
        });
    }

    private CompletionStage<AuditEntry> again(AuditFact fact, int attempt) {
        return attempt < TRIES
                ? append(fact, attempt + 1)
                : CompletableFuture.failedFuture(new IllegalStateException("the audit trail is too busy"));
    }

    private CompletionStage<@Nullable AuditEntry> last() {
        SimpleStatement newest = SimpleStatement.newInstance(
                        "SELECT * FROM " + table + " WHERE chain = ? LIMIT 1", CHAIN)
                .setConsistencyLevel(DefaultConsistencyLevel.SERIAL)
                .setIdempotent(true);
        return session.executeAsync(newest).thenApply(found -> {
            Row row = found.one();
            return row == null ? null : entry(row);
        });
    }

    private CompletionStage<Boolean> insert(AuditEntry entry) {
        AuditFact fact = entry.fact();
        SimpleStatement insert = SimpleStatement.newInstance(
                "INSERT INTO " + table + " (chain, sequence, at, id, actor, client, action, path, reason, phase, "
                        + "status, request_id, previous_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        + "IF NOT EXISTS",
                CHAIN,
                entry.sequence(),
                entry.at(),
                fact.id(),
                fact.actor(),
                fact.client(),
                fact.action(),
                fact.path(),
                fact.reason(),
                fact.phase(),
                fact.status(),
                fact.requestId(),
                entry.previousHash(),
                entry.hash());
        return session.executeAsync(insert).thenApply(AsyncResultSet::wasApplied);
    }

    @Override
    public CompletionStage<List<AuditEntry>> page(long before, int limit) {
        return read(" AND sequence < ? LIMIT ?", before, limit);
    }

    /** Entries above a number, oldest first: the order in which the chain is checked. */
    public CompletionStage<List<AuditEntry>> after(long sequence, int limit) {
        return read(" AND sequence > ? ORDER BY sequence ASC LIMIT ?", sequence, limit);
    }

    private CompletionStage<List<AuditEntry>> read(String which, long bound, int limit) {
        SimpleStatement page = SimpleStatement.newInstance(
                        "SELECT * FROM " + table + " WHERE chain = ?" + which, CHAIN, bound, limit)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setPageSize(Math.max(1, limit))
                .setIdempotent(true);
        return session.executeAsync(page).thenApply(found -> {
            List<AuditEntry> entries = new ArrayList<>();
            found.currentPage().forEach(row -> entries.add(entry(row)));
            return entries;
        });
    }

    private static AuditEntry entry(Row row) {
        AuditFact fact = new AuditFact(
                text(row, "id"),
                text(row, "actor"),
                text(row, "client"),
                text(row, "action"),
                text(row, "path"),
                text(row, "reason"),
                text(row, "phase"),
                row.getInt("status"),
                text(row, "request_id"));
        return new AuditEntry(
                row.getLong("sequence"), row.getLong("at"), fact, text(row, "previous_hash"), text(row, "hash"));
    }

    private static String text(Row row, String column) {
        String value = row.getString(column);
        return value == null ? "" : value;
    }
}
