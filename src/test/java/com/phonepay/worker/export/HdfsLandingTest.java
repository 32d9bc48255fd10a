package com.phonepay.worker.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.testing.HdfsForTests;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Landing on a real NameNode and DataNode, processes of their own, by Hadoop's protocol and over HTTP. Needs the jars that
 * hadoop-jobs/cluster collects.
 */
@Tag("judge")
final class HdfsLandingTest {
    private static final String NAME = "wallet.ledger/dt=2026-11-24/wallet.ledger+0+000000000000+000000096188.avro";
    /** The others can not be told apart there. */
    private static final Set<LandingStep> OVER_HTTP =
            EnumSet.of(LandingStep.WRITTEN, LandingStep.FOLDER_MADE, LandingStep.NAMED, LandingStep.ENDED);

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

    @ParameterizedTest
    @ValueSource(strings = {"hdfs", "webhdfs"})
    void landsOnceAndNeverOver(String scheme) throws IOException {
        Landing landing = landing(scheme, "/once", "node-1");
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

    @ParameterizedTest
    @ValueSource(strings = {"hdfs", "webhdfs"})
    void oneOfManyWins(String scheme) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                String name = "t/dt=2026-11-24/" + round + ".avro";
                List<Callable<Boolean>> attempts = IntStream.range(0, 8)
                        .<Callable<Boolean>>mapToObj(node ->
                                () -> landing(scheme, "/many", "node-" + node).land(name, new byte[] {(byte) node}))
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

    /** One process for each step, each in the place of the one before, on the same files; the last one ends well. */
    @ParameterizedTest
    @ValueSource(strings = {"hdfs", "webhdfs"})
    void anExporterThatHaltsAtEachStep(String scheme) throws Exception {
        String lake = address(scheme, "/halted");
        for (LandingStep step : scheme.equals("hdfs") ? EnumSet.allOf(LandingStep.class) : OVER_HTTP) {
            int status = ExporterForTests.start(lake, step.name(), folder).waitFor();
            assertThat(status).as("%s; see %s", step, folder).isEqualTo(ExporterForTests.HALTED);
        }
        assertThat(ExporterForTests.start(lake, "", folder).waitFor()).isZero();
        TopicForTests.assertExported(ExporterForTests.topic(), landing(scheme, "/halted", "node-1"));
        assertThat(drafts("/" + scheme + "/halted")).contains("\"FileStatus\":[]");
    }

    private static String drafts(String lake) throws Exception {
        URI list = URI.create("http://" + hdfs.nameNode() + "/webhdfs/v1" + lake + "/_tmp?op=LISTSTATUS");
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body()
                .replaceAll("\\s", "");
    }

    @Test
    void landsNothingWhereNobodyListens() {
        assertThatThrownBy(() -> LakePlace.open("hdfs://127.0.0.1:1/lake", USER, "node-1", step -> {}))
                .isInstanceOf(IOException.class);
    }

    private static Landing landing(String scheme, String root, String owner) throws IOException {
        return LakePlace.open(address(scheme, root), USER, owner, step -> {});
    }

    private static String address(String scheme, String root) {
        return scheme + "://" + (scheme.equals("hdfs") ? hdfs.fileSystem() : hdfs.nameNode()) + "/" + scheme + root;
    }
}
