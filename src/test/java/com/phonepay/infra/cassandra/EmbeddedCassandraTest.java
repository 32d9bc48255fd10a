package com.phonepay.infra.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.testing.CassandraForTests;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("cassandra")
class EmbeddedCassandraTest {

    @Test
    void acknowledgesAWriteOnlyAfterItIsOnDisk() {
        try (var session = session()) {
            assertThat(setting(session, "commitlog_sync")).isEqualTo("batch");
            assertThat(setting(session, "paxos_variant")).isEqualTo("v2");
        }
    }

    @Test
    void keepsAConditionalInsertThatWonFirst() {
        var keyspace = CassandraForTests.freshKeyspace("infra");
        try (var session = session()) {
            session.execute("CREATE KEYSPACE " + keyspace
                    + " WITH replication = {'class':'SimpleStrategy','replication_factor':1}");
            session.execute("CREATE TABLE " + keyspace + ".decision (id text PRIMARY KEY, word text)");
            var insert = "INSERT INTO " + keyspace + ".decision (id, word) VALUES ('t', ?) IF NOT EXISTS";
            assertThat(session.execute(insert, "COMMIT").wasApplied()).isTrue();
            assertThat(session.execute(insert, "ABORT").wasApplied()).isFalse();
        }
    }

    @Test
    void keepsAcknowledgedWritesWhenKilled(@TempDir Path directory) throws Exception {
        var place = CassandraPlace.onFreePorts(Path.of("").toAbsolutePath(), directory.resolve("server"));
        var first = EmbeddedCassandra.start(place);
        try (var session = session(place)) {
            session.execute("CREATE KEYSPACE k WITH replication = {'class':'SimpleStrategy','replication_factor':1}");
            session.execute("CREATE TABLE k.t (id int PRIMARY KEY)");
            session.execute("INSERT INTO k.t (id) VALUES (7)");
        } finally {
            first.kill();
        }
        assertThat(first.process().isAlive()).isFalse();
        var second = EmbeddedCassandra.start(place);
        try (var session = session(place)) {
            assertThat(session.execute("SELECT id FROM k.t").one().getInt("id")).isEqualTo(7);
        } finally {
            second.close();
        }
        assertThat(Files.exists(place.log())).isTrue();
    }

    private static CqlSession session() {
        return CqlSession.builder()
                .addContactPoint(CassandraForTests.contactPoint())
                .withLocalDatacenter("datacenter1")
                .build();
    }

    private static CqlSession session(CassandraPlace place) {
        return CqlSession.builder()
                .addContactPoint(place.contactPoint())
                .withLocalDatacenter("datacenter1")
                .build();
    }

    private static String setting(CqlSession session, String name) {
        return session.execute("SELECT value FROM system_views.settings WHERE name = ?", name)
                .one()
                .getString("value");
    }
}
