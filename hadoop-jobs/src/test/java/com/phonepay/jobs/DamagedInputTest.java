package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can not be read is counted, and the rest is answered. */
final class DamagedInputTest {
    @TempDir
    private Path folder;

    private Path lake;
    private long whole;

    @BeforeEach
    void simulate() {
        lake = folder.resolve("lake");
        Ran.of("simulate", "--days", "1", "--users", "300", "--transactions", "9000", "--out", lake.toString());
        whole = Ran.job("status-counts", lake).counter("records");
        assertThat(whole).isGreaterThan(8_000);
    }

    @Test
    void aBlockOfNonsense() throws IOException {
        Path file = someFile();
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 64, (byte) 0x55);
        Files.write(file, bytes);
        assertLostAFew();
    }

    @Test
    void aFileThatWasCutOff() throws IOException {
        Path file = someFile();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1_000));
        assertLostAFew();
    }

    @Test
    void aFileThatIsNoneOfOurs() throws IOException {
        Path beside = someFile();
        Files.writeString(beside.resolveSibling("notes.avro"), "this is not Avro");
        Files.write(beside.resolveSibling("empty.avro"), new byte[0]);
        Ran ran = Ran.job("status-counts", lake);
        assertThat(ran.counter("records")).isEqualTo(whole);
        assertThat(ran.counter("malformed")).isBetween(1L, 2L);
        assertThat(ran.status()).isZero();
    }

    @Test
    void linesThatAreNoRecords() throws IOException {
        List<String> lines = List.of(
                "{\"status\":\"SUCCESS\",\"amount_paise\":100}",
                "{\"status\":\"SUCCESS\",\"amount_paise\":100.5}",
                "{\"status\":\"SUCCESS\",\"amount_paise\":\"100\"}",
                "{\"status\":\"SUCCESS\",\"amount_paise\":99999999999999999999}",
                "{\"status\":\"SUCCESS\"}",
                "{\"status\":7,\"amount_paise\":100}",
                "[1,2]",
                "{\"status\":\"SUCCESS\",\"amount_paise\":100} and more",
                "",
                "\u0000\ufffd{{{");
        Files.write(someFile().resolveSibling("by-hand.jsonl"), lines);
        Ran ran = Ran.job("status-counts", lake);
        assertThat(ran.counter("records")).isEqualTo(whole + 1);
        assertThat(ran.counter("malformed")).isEqualTo(8);
        assertThat(ran.status()).isZero();
    }

    private void assertLostAFew() {
        Ran ran = Ran.job("status-counts", lake);
        assertThat(ran.counter("malformed")).isPositive();
        assertThat(ran.counter("records")).isLessThan(whole).isGreaterThan(whole / 3);
        assertThat(ran.status()).isZero();
    }

    private Path someFile() throws IOException {
        try (Stream<Path> files = Files.walk(lake.resolve("payment.completed"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }
}
