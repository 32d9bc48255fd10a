package com.phonepay.worker.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalLandingTest {
    private static final String NAME = "wallet.ledger/dt=2026-11-24/x.avro";

    @Test
    void landsOnceAndNeverOver(@TempDir Path root) throws IOException {
        LocalLanding landing = new LocalLanding(root, "node-1", step -> {});
        assertThat(landing.names("wallet.ledger")).isEmpty();
        assertThat(landing.land(NAME, new byte[] {1})).isTrue();
        assertThat(landing.land(NAME, new byte[] {2})).isFalse();
        assertThat(landing.open(NAME).readAllBytes()).containsExactly(1);
        assertThat(landing.names("wallet.ledger")).containsExactly(NAME);
        assertThat(root.resolve("_tmp").toFile().list()).isEmpty();
    }

    @Test
    void oneOfManyWins(@TempDir Path root) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 30; round++) {
                String name = "t/dt=2026-11-24/" + round + ".avro";
                List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(node -> () ->
                                new LocalLanding(root, "node-" + node, step -> {}).land(name, new byte[] {(byte) node}))
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

    @Test
    void removesItsOwnDraftsAlone(@TempDir Path root) throws IOException {
        Path drafts = Files.createDirectories(root.resolve("_tmp"));
        Files.write(drafts.resolve("node-1+a"), new byte[] {1});
        Path another = Files.write(drafts.resolve("node-11+b"), new byte[] {1});
        new LocalLanding(root, "node-1", step -> {});
        assertThat(drafts.toFile().list()).containsExactly(String.valueOf(another.getFileName()));
    }
}
