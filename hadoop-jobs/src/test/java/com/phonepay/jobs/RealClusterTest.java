package com.phonepay.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same jobs from the same jar on real daemons of HDFS and YARN: what they answer is what one machine answers. */
@Tag("cluster")
final class RealClusterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static @Nullable Daemons daemons;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        daemons = startedAtTheLatestTheSecondTime();
        cluster().put(Golden.lake(), "/golden");
    }

    /** A port found free can be taken by somebody else before its daemon listens: then once more, with other ports. */
    private static Daemons startedAtTheLatestTheSecondTime() throws IOException, InterruptedException {
        try {
            return Daemons.start(Files.createDirectories(folder.resolve("cluster")));
        } catch (AssertionError first) {
            if (!String.valueOf(first.getMessage()).contains("BindException")) {
                throw first;
            }
            return Daemons.start(Files.createDirectories(folder.resolve("cluster-again")));
        }
    }

    @AfterAll
    static void stop() {
        if (daemons != null) {
            daemons.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status-counts", "top-merchants", "aml-structuring"})
    void answersTheSame(String job) throws IOException, InterruptedException {
        JsonNode result = JSON.readTree(cluster().job(jar(), job, "--in", "/golden", "--json"));
        assertThat(rows(result)).isEqualTo(Golden.answer(job));
        assertThat(result.get("counters"))
                .isEqualTo(Ran.job(job, Golden.lake()).result().get("counters"));
    }

    @Test
    void holdsADayToTheDaysBefore() throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("payer-baseline", "--in", "/golden", "--json"));
        arguments.addAll(List.of(Golden.BASELINE));
        JsonNode result = JSON.readTree(cluster().job(jar(), arguments.toArray(String[]::new)));
        assertThat(rows(result)).isEqualTo(Golden.answer("payer-baseline"));
        assertThat(result.get("counters"))
                .isEqualTo(Ran.job("payer-baseline", Golden.lake(), Golden.BASELINE)
                        .result()
                        .get("counters"));
    }

    /** More than one reducer, so that map outputs travel between processes; and files as the exporter lands them. */
    @Test
    void provesALedgerOfCompressedFiles() throws IOException, InterruptedException {
        Path lake = folder.resolve("lake");
        Ran.of("simulate", "--days", "2", "--users", "200", "--out", lake.toString());
        cluster().put(lake, "/simulated");
        JsonNode result = JSON.readTree(cluster().job(jar(), "ledger-proof", "--in", "/simulated", "--json"));
        assertThat(result.get("clean").asBoolean()).isTrue();
        assertThat(result.get("counters"))
                .isEqualTo(Ran.job("ledger-proof", lake).result().get("counters"));
    }

    private static Daemons cluster() {
        return Objects.requireNonNull(daemons);
    }

    private static List<String> rows(JsonNode result) {
        return StreamSupport.stream(result.get("rows").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    private static Path jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.getFileName().toString().endsWith("-cluster.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("mvn package makes the jar first"));
        }
    }
}
