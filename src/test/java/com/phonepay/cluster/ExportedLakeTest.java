package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Payments, an exporting node killed in the middle, and then the proof from the exported files alone: every event once,
 * every posting balanced, every wallet replayed, no money lost or made.
 */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class ExportedLakeTest {
    private static final int VICTIM = 3;
    private static final int ROUNDS = 1;
    private static final int PAYMENTS_A_ROUND = 150;

    private final Random random = new Random(11);
    private final List<Attempt> attempts = new ArrayList<>();

    @Test
    void provesConservationThoughAnExporterWasKilled(RunningCluster cluster) throws IOException {
        Customers customers = Customers.register(cluster);
        for (int round = 0; round < ROUNDS; round++) {
            pay(customers, cluster);
            cluster.kill(VICTIM);
            pay(customers, cluster);
            cluster.start(VICTIM);
            cluster.awaitAllUp();
        }
        attempts.stream()
                .filter(attempt -> !attempt.isFinal())
                .forEach(attempt -> attempt.sendUntilFinal(customers, cluster.api(1)));
        Set<String> moved = attempts.stream()
                .filter(Attempt::isAcknowledged)
                .map(Attempt::transactionId)
                .collect(Collectors.toSet());
        assertThat(moved).hasSizeGreaterThan(PAYMENTS_A_ROUND);

        Eventually.get(() -> exported("payment.completed", "transaction_id"), ids -> ids.containsAll(moved));
        LakeProof.assertWhole(moved.size());
        for (String topic : List.of("payment.completed", "payment.failed", "wallet.ledger", "fraud.screened")) {
            assertThat(exported(topic, "event_id")).as(topic).doesNotHaveDuplicates();
        }
    }

    private void pay(Customers customers, RunningCluster cluster) {
        for (int i = 0; i < PAYMENTS_A_ROUND; i++) {
            Attempt attempt = Attempt.random(random, "lake-" + attempts.size());
            attempts.add(attempt);
            attempt.send(customers, cluster.api(1 + random.nextInt(2)));
        }
    }

    /** One field of every exported event of the topic. */
    static List<String> exported(String topic, String field) {
        List<String> values = new ArrayList<>();
        Path folder = RunningCluster.DATA.resolve("lake").resolve(topic);
        if (!Files.isDirectory(folder)) {
            return values;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (var reader = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>())) {
                    reader.forEach(record -> values.add(record.get(field).toString()));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return values;
    }
}
