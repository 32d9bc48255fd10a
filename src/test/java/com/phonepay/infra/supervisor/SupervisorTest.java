package com.phonepay.infra.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.infra.Layout;
import com.phonepay.infra.TestCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class SupervisorTest {

    private Layout layout;
    private Process supervisor;
    private ControlClient client;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        layout = TestCluster.layout(data);
        client = new ControlClient(layout);
        supervisor = TestCluster.startSupervisor(layout);
    }

    @AfterAll
    void end() throws Exception {
        new Leftovers(layout).end();
        supervisor.destroyForcibly();
    }

    @Test
    void reportsEveryNodeAsItDescribesItself() {
        var report = client.status().orElseThrow();
        assertThat(report.supervisorPid()).isEqualTo(supervisor.pid());
        assertThat(report.nodes())
                .extracting(StatusReport.NodeStatus::name)
                .containsExactly("node-1", "node-2", "node-3");
        assertThat(report.nodes())
                .extracting(StatusReport.NodeStatus::coordinator)
                .containsExactly(true, false, false);
        assertThat(report.nodes()).allSatisfy(node -> {
            assertThat(node.roles()).containsExactly("payment");
            assertThat(node.gatewayPort()).isNull();
            assertThat(node.pid()).isNotNull();
        });
        assertThat(report.infrastructure())
                .contains(
                        new StatusReport.ServerStatus("cassandra", null, 1, 0),
                        new StatusReport.ServerStatus("kafka", null, 1, 0));
    }

    @Test
    void refusesASecondSupervisorOnTheSameData() {
        assertThatThrownBy(() -> Watch.begin(layout)).hasMessageContaining("another supervisor");
    }

    @Test
    void keepsSecretsFromOtherUsers() throws Exception {
        for (var secret : List.of("jwt-key.json", "bootstrap-token")) {
            var permissions = Files.getPosixFilePermissions(layout.secrets().resolve(secret));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
        var socket = Files.getPosixFilePermissions(layout.controlSocket());
        assertThat(PosixFilePermissions.toString(socket)).isEqualTo("rw-------");
    }

    @Test
    void refusesAnOrderItDoesNotKnow() {
        assertThatThrownBy(() -> client.node("paint", 1))
                .isInstanceOf(ControlClient.RefusedOrder.class)
                .hasMessageContaining("node-paint");
    }
}
