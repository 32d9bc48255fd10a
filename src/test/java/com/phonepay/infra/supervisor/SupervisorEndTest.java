package com.phonepay.infra.supervisor;

import static com.phonepay.infra.TestCluster.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.infra.Layout;
import com.phonepay.infra.TestCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorEndTest {

    private Layout layout;
    private Process supervisor;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        layout = TestCluster.layout(data);
        supervisor = TestCluster.startSupervisor(layout);
    }

    @AfterEach
    void end() throws Exception {
        new Leftovers(layout).end();
        supervisor.destroyForcibly();
    }

    @Test
    void leavesNoProcessBehindWhenItGoesDown() throws Exception {
        var client = new ControlClient(layout);
        client.down();
        client.finish();
        await("the supervisor ends", () -> !supervisor.isAlive());
        assertThat(new Leftovers(layout).find()).isEmpty();
        assertThat(client.status()).isEmpty();
    }

    @Test
    void endsItsNodesWhenItIsAskedToEnd() throws Exception {
        supervisor.destroy();
        await("the supervisor ends", () -> !supervisor.isAlive());
        assertThat(new Leftovers(layout).find()).isEmpty();
    }

    @Test
    void leavesNodesThatCanBeFoundAndEndedWhenItIsKilled() throws Exception {
        supervisor.destroyForcibly().onExit().join();
        var leftovers = new Leftovers(layout);
        assertThat(leftovers.find()).hasSize(3);
        assertThat(leftovers.end()).isEqualTo(3);
        assertThat(leftovers.find()).isEmpty();
    }
}
