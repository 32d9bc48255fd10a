package com.phonepay.slice.akka;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.cql.AsyncResultSet;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.phonepay.kernel.Invariant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What was fixed at the first start and decides where data is. The first node writes it down; every later start with
 * other values is refused, because it would not find what is there.
 */
final class Installation {
    private final CqlSession session;
    private final String table;

    Installation(CqlSession session, String keyspace) {
        this.session = session;
        this.table = keyspace + ".installation";
    }

    /** Fails with {@link InstallationMismatchException} where the data was laid out with other values. */
    CompletionStage<Void> check(Map<String, String> values) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Map.Entry<String, String> value : values.entrySet()) {
            all = all.thenCompose(before -> claim(value.getKey(), value.getValue()));
        }
        return all;
    }

    private CompletionStage<Void> claim(String name, String value) {
        SimpleStatement insert = SimpleStatement.newInstance(
                        "INSERT INTO " + table + " (name, value) VALUES (?, ?) IF NOT EXISTS", name, value)
                .setConsistencyLevel(DefaultConsistencyLevel.QUORUM)
                .setSerialConsistencyLevel(ConsistencyLevel.SERIAL);
        return session.executeAsync(insert).thenAccept(result -> compare(name, value, result));
    }

    private void compare(String name, String value, AsyncResultSet result) {
        if (!result.wasApplied()) {
            String there = Invariant.present(result.one()).getString("value");
            if (!value.equals(there)) {
                throw new InstallationMismatchException(name, there, value);
            }
        }
    }
}
