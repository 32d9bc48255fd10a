package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.jobs.lake.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thirteen made-up days in files as the exporter lands them: the jobs agree with plain counting, and the books hold. */
final class SimulatedHistoryTest {
    @TempDir
    private static Path folder;

    private static Path lake;

    @BeforeAll
    static void simulate() {
        lake = folder.resolve("lake");
        assertThat(simulate(lake, "7").status()).isZero();
    }

    private static Ran simulate(Path out, String seed) {
        return Ran.of(
                "simulate",
                "--days",
                "13",
                "--users",
                "300",
                "--transactions",
                "6000",
                "--seed",
                seed,
                "--out",
                out.toString());
    }

    @Test
    void countsAsAPlainLoopDoes() throws IOException {
        Map<String, Integer> counted = new TreeMap<>();
        for (Topic topic : List.of(Topic.PAYMENT_COMPLETED, Topic.PAYMENT_FAILED)) {
            records(lake, topic)
                    .forEach(record -> counted.merge(record.get("status").toString(), 1, Integer::sum));
        }
        Map<String, Integer> answered = new TreeMap<>();
        Ran.job("status-counts", lake)
                .result()
                .get("rows")
                .forEach(row -> answered.put(
                        row.get("status").asText(), row.get("transactions").asInt()));
        assertThat(answered).isEqualTo(counted).containsKeys("SUCCESS", "FAILED");
    }

    @Test
    void ranksAsAPlainLoopDoes() throws IOException {
        Map<String, Long> volume = new TreeMap<>();
        for (GenericRecord payment : records(lake, Topic.PAYMENT_COMPLETED)) {
            if (payment.get("kind").toString().equals("PAYMENT") && payment.get("merchant_id") != null) {
                volume.merge(payment.get("merchant_id").toString(), (Long) payment.get("amount_paise"), Long::sum);
            }
        }
        List<String> ranked = volume.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(5)
                .map(Map.Entry::getKey)
                .toList();
        List<String> answered = new ArrayList<>();
        Ran.job("top-merchants", lake, "--top", "5")
                .result()
                .get("rows")
                .forEach(row -> answered.add(row.get("merchant_id").asText()));
        assertThat(answered).isEqualTo(ranked);
    }

    @Test
    void theBooksHold() {
        Ran ran = Ran.job("ledger-proof", lake);
        assertThat(ran.rows()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.counter("transactions")).isGreaterThan(5_000);
        long outside = List.of("bank_funding", "promotion", "fees", "tax", "payout", "clearing").stream()
                .mapToLong(account -> ran.counter(account + "_paise"))
                .sum();
        assertThat(ran.counter("wallets_paise")).isPositive().isEqualTo(-outside);
    }

    @Test
    void theRingIsFoundAndNobodyElse() {
        List<String> found = new ArrayList<>();
        Ran.job("aml-structuring", lake)
                .result()
                .get("rows")
                .forEach(row -> found.add(row.get("account_id").asText()));
        assertThat(found).allMatch(account -> account.startsWith("ring"));
        assertThat(found).contains("ring1", "ring2", "ring3", "ring4", "ring5", "ring6");
    }

    @Test
    void everySettledBatchAddsUp() {
        Ran ran = Ran.job("settlement-report", lake);
        assertThat(ran.status()).isZero();
        assertThat(ran.rows()).hasSizeGreaterThan(100);
        assertThat(ran.counter("wrong_batches")).isZero();
    }

    @Test
    void oneSeedMakesOnePast() throws IOException {
        Path same = folder.resolve("same");
        Path other = folder.resolve("other");
        simulate(same, "7");
        simulate(other, "8");
        assertThat(records(same, Topic.WALLET_LEDGER)).isEqualTo(records(lake, Topic.WALLET_LEDGER));
        assertThat(records(other, Topic.WALLET_LEDGER)).isNotEqualTo(records(lake, Topic.WALLET_LEDGER));
    }

    private static List<GenericRecord> records(Path lake, Topic topic) throws IOException {
        List<GenericRecord> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(lake.resolve(topic.folder()))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (var reader = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>())) {
                    reader.forEach(records::add);
                }
            }
        }
        return records;
    }
}
