package com.phonepay.infra.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.infra.TestCluster;
import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.EmbeddedServers;
import com.phonepay.infra.supervisor.ClusterPlan;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

    @Test
    void namesTheHolderOfAPortAndTheWayOut(@TempDir Path data) throws IOException {
        var layout = TestCluster.layout(data);
        try (var holder = new ServerSocket(layout.httpPort(2), 1, Ports.loopback())) {
            assertThat(holder.isBound()).isTrue();
            assertThat(new Preflight(layout, TestCluster.plan()).findings()).anySatisfy(finding -> assertThat(finding)
                    .contains(
                            "Port " + layout.httpPort(2),
                            "the payment API of node 2",
                            "process " + ProcessHandle.current().pid(),
                            "PHONEPAY_PORT_OFFSET"));
        }
    }

    @Test
    void usesNoPortTwice(@TempDir Path data) {
        var most = new ClusterPlan(ClusterPlan.MOST_NODES, "default", false, false, Map.of(), "", "", "", null);
        var layout = TestCluster.layout(data);
        int serverPorts = EmbeddedServers.all(layout).stream()
                .mapToInt(server -> server.ports().size())
                .sum();
        assertThat(new Preflight(layout, most).ports()).hasSize(4 * ClusterPlan.MOST_NODES + serverPorts);
    }

    @Test
    void acceptsNoClusterOfTwo() {
        assertThatThrownBy(() -> new ClusterPlan(2, "default", false, false, Map.of(), "", "", "", null))
                .hasMessageContaining("1 node, or 3 to 9");
    }
}
