package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.phonepay.edge.auth.Principal.Role;
import com.phonepay.ops.audit.CassandraAuditTrail;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code ./phonepay audit verify} over what a running cluster recorded, and over a copy that somebody made nicer. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class DoctoredAuditTest {
    private static final String COPY = "audit_copy";

    @Test
    void theRecordIsIntactAndADoctoredCopyIsNot(RunningCluster cluster) {
        String account = "audited-" + System.nanoTime();
        assertThat(cluster.api(1).register(account, "a long enough password").status())
                .isEqualTo(201);
        String admin = RunningCluster.token("root", Role.ADMIN);
        for (String deed : new String[] {"freeze", "unfreeze"}) {
            Api.Response done = cluster.gateway(1)
                    .post("/admin/accounts/" + account + "/" + deed, admin, Map.of("reason", "a court order"));
            assertThat(done.status()).as(done.raw()).isEqualTo(200);
        }
        String verified = RunningCluster.launcher("audit", "verify");
        assertThat(verified).contains("INTACT: ");
        String head = verified.substring(verified.indexOf("head ") + 5).strip();
        assertThat(RunningCluster.launcher("audit", "verify", "--head", head)).contains(head);

        copy();
        assertThat(RunningCluster.launcher("audit", "verify", "--keyspace", COPY))
                .contains(head);
        change("UPDATE " + COPY + ".audit_trail SET reason = 'none of your business' WHERE chain = 'admin' "
                + "AND sequence = 1");
        refused("entry 1 was changed");
        change("DELETE FROM " + COPY + ".audit_trail WHERE chain = 'admin' AND sequence = 1");
        refused("entry 1 is missing");
    }

    private static void refused(String why) {
        assertThatThrownBy(() -> RunningCluster.launcher("audit", "verify", "--keyspace", COPY))
                .hasMessageContaining(why);
    }

    private static void copy() {
        try (CqlSession session = session()) {
            session.execute("CREATE KEYSPACE IF NOT EXISTS " + COPY
                    + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
            CassandraAuditTrail.create(COPY).forEach(session::execute);
            session.execute("TRUNCATE " + COPY + ".audit_trail");
            for (Row row : session.execute("SELECT JSON * FROM phonepay.audit_trail")) {
                session.execute("INSERT INTO " + COPY + ".audit_trail JSON ?", row.getString(0));
            }
        }
    }

    private static void change(String cql) {
        try (CqlSession session = session()) {
            session.execute(cql);
        }
    }

    private static CqlSession session() {
        String[] address = RunningCluster.cassandra().split(":", -1);
        return CqlSession.builder()
                .addContactPoint(new InetSocketAddress(address[0], Integer.parseInt(address[1])))
                .withLocalDatacenter("datacenter1")
                .build();
    }
}
