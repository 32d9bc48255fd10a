package com.phonepay.slice.akka;

import akka.actor.ClassicActorSystemProvider;
import akka.persistence.cassandra.KeyspaceAndTableStatements;
import akka.persistence.cassandra.PluginSettings;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.phonepay.slice.snapshot.SnapshotTables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Creates what is not there yet: the keyspace, the journal's tables and the slices' own. */
final class Schema {
    /** A schema change waits for all servers to agree. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final CqlSession session;
    private final String keyspace;

    Schema(CqlSession session, String keyspace) {
        this.session = session;
        this.keyspace = keyspace;
    }

    /**
     * @param createKeyspace the statement that creates the keyspace where it is missing
     * @param more further tables of this node, as CQL that creates them where they are missing
     */
    CompletionStage<Void> create(ClassicActorSystemProvider system, String createKeyspace, List<String> more) {
        List<String> wanted = new ArrayList<>();
        wanted.add("CREATE TABLE IF NOT EXISTS " + keyspace
                + ".slice_epoch (slice text PRIMARY KEY, epoch bigint, owner text)");
        wanted.add("CREATE TABLE IF NOT EXISTS " + keyspace + ".installation (name text PRIMARY KEY, value text)");
        wanted.addAll(SnapshotTables.create(keyspace));
        wanted.addAll(more);
        wanted.addAll(new KeyspaceAndTableStatements(
                        system, PluginSettings.DefaultConfigPath(), PluginSettings.apply(system.classicSystem()))
                .getCreateJournalTablesStatements());
        return run(createKeyspace).thenCompose(done -> tables()).thenCompose(there -> runAll(missing(wanted, there)));
    }

    private CompletionStage<Set<String>> tables() {
        return session.executeAsync(SimpleStatement.newInstance(
                        "SELECT table_name FROM system_schema.tables WHERE keyspace_name = ?", keyspace))
                .thenApply(tables -> {
                    Set<String> names = new HashSet<>();
                    tables.currentPage().forEach(row -> names.add(row.getString("table_name")));
                    return names;
                });
    }

    /** Asking for a table that is there costs as much as making it, so that is not done. */
    private List<String> missing(List<String> wanted, Set<String> there) {
        return wanted.stream()
                .filter(statement -> there.stream().noneMatch(table -> creates(statement, table)))
                .toList();
    }

    private boolean creates(String statement, String table) {
        return statement.matches("(?s).*\\b" + keyspace + "\\." + table + "\\b.*");
    }

    private CompletionStage<Void> runAll(List<String> statements) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (String statement : statements) {
            all = all.thenCompose(before -> run(statement)).thenAccept(done -> {});
        }
        return all;
    }

    private CompletionStage<AsyncResultSet> run(String statement) {
        return session.executeAsync(SimpleStatement.newInstance(statement).setTimeout(TIMEOUT));
    }
}
