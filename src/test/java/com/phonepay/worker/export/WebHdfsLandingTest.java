package com.phonepay.worker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.testing.HdfsForTests;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Landing on a real NameNode and DataNode, processes of their own. Needs the jars that hadoop-jobs/cluster collects. */
@Tag("judge")
final class WebHdfsLandingTest {
    private static final String NAME = "wallet.ledger/dt=2026-11-24/wallet.ledger+0+000000000000+000000096188.avro";
    private static final String USER = System.getProperty("user.name");

    @TempDir
    private static Path folder = Path.of("");

    private static HdfsForTests hdfs = HdfsForTests.none();

    @BeforeAll
    static void start() throws Exception {
        hdfs = HdfsForTests.start(folder);
    }

    @AfterAll
    static void stop() {
        hdfs.close();
    }

    @Test
    void landsOnceAndNeverOver() throws IOException {
        Landing landing = landing("/once", "node-1");
        byte[] large = new byte[3 * 1024 * 1024];
        new Random(5).nextBytes(large);
        assertThat(landing.names("wallet.ledger")).isEmpty();
        assertThat(landing.land(NAME, large)).isTrue();
        assertThat(landing.land(NAME, new byte[] {2})).isFalse();
        try (var in = landing.open(NAME)) {
            assertThat(in.readAllBytes()).isEqualTo(large);
        }
        assertThat(landing.names("wallet.ledger")).containsExactly(NAME);
        assertThatThrownBy(() -> landing.open("wallet.ledger/dt=2026-11-24/none.avro"))
                .isInstanceOf(IOException.class);
    }

    @Test
    void oneOfManyWins() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String name = "t/dt=2026-11-24/" + round + ".avro";
                List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(
                                node -> () -> landing("/many", "node-" + node).land(name, new byte[] {(byte) node}))
                        .toList();
                long won = 0;
                for (var attempt : nodes.invokeAll(attempts)) {
                    won += attempt.get() ? 1 : 0;
                }
                assertThat(won).isEqualTo(1);
            }
        } finally {
            nodes.shutdownNow();
        }
    }

    private static Landing landing(String root, String owner) throws IOException {
        return new WebHdfsLanding(URI.create("webhdfs://" + hdfs.nameNode() + root), USER, owner, step -> {});
    }
}
