package com.phonepay.infra.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.infra.TestCluster;
import com.phonepay.infra.process.ProcessIdentity;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

    @Test
    void doesNotEndAProcessThatWasGivenARecordedNumber(@TempDir Path data) throws Exception {
        var layout = TestCluster.layout(data);
        var stranger = new ProcessBuilder("sleep", "60").start();
        var records = new ProcessRecords(layout);
        records.write(Map.of("node-1", new ProcessIdentity(stranger.pid(), "another start")));
        assertThat(new Leftovers(layout).end()).isZero();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly();
    }
}
