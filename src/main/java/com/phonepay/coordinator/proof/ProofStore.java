package com.phonepay.coordinator.proof;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The latest proof, kept where every node can read it. It can be lost: the next audit writes it anew. */
public final class ProofStore {
    private final CqlSession session;
    private final String table;

    public ProofStore(CqlSession session, String keyspace) {
        this.session = session;
        this.table = keyspace + ".ledger_proof";
    }

    /** CQL that creates the table where it is missing. */
    public static List<String> create(String keyspace) {
        return List.of("CREATE TABLE IF NOT EXISTS " + keyspace + ".ledger_proof (name text PRIMARY KEY, proof text)");
    }

    /** The latest proof as JSON; one that says PENDING where there is none yet. */
    public CompletionStage<String> latest() {
        return session.executeAsync(statement("SELECT proof FROM " + table + " WHERE name = 'latest'"))
                .thenApply(found -> {
                    var row = found.one();
                    String proof = row == null ? null : row.getString("proof");
                    return proof == null ? ProofJson.pending() : proof;
                });
    }

    CompletionStage<Void> keep(Proof proof) {
        return session.executeAsync(
                        statement("INSERT INTO " + table + " (name, proof) VALUES ('latest', ?)", ProofJson.of(proof)))
                .thenAccept(done -> {});
    }

    private static SimpleStatement statement(String cql, Object... values) {
        return SimpleStatement.newInstance(cql, values)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setIdempotent(true);
    }
}
