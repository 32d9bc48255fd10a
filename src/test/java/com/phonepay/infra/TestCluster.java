package com.phonepay.infra;

import com.phonepay.infra.process.Await;
import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.EmbeddedServers;
import com.phonepay.infra.supervisor.ClusterPlan;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.supervisor.Leftovers;
import com.phonepay.infra.supervisor.StatusReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A cluster of fake nodes on free ports, without servers. */
public final class TestCluster {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private TestCluster() {}

    public static Layout layout(Path data) {
        var project = Path.of("");
        return Stream.generate(() -> ThreadLocalRandom.current().nextInt(1_000, 6_000))
                .map(offset -> new Layout(project, data, offset))
                .filter(TestCluster::isFree)
                .findFirst()
                .orElseThrow();
    }

    /** Every server is somebody else's, so that none is started. */
    public static Map<String, String> noServers() {
        return EmbeddedServers.all(new Layout(Path.of(""), Path.of(""), 0)).stream()
                .collect(Collectors.toMap(EmbeddedServer::name, server -> "127.0.0.1:1"));
    }

    public static ClusterPlan plan() {
        return new ClusterPlan(
                3,
                "default",
                false,
                false,
                noServers(),
                System.getProperty("java.class.path"),
                "",
                FakeNode.class.getName(),
                null);
    }

    /** Waits for the condition; a minute without it is a failure. */
    public static void await(String what, BooleanSupplier condition) {
        if (!Await.until(condition, LIMIT)) {
            throw new AssertionError("did not come true within " + LIMIT.toSeconds() + " s: " + what);
        }
    }

    /** Starts a supervisor as a process, which starts three fake nodes, and waits until all are up. */
    public static Process startSupervisor(Layout layout) throws IOException {
        Files.createDirectories(layout.logs());
        plan().write(layout);
        var builder = new ProcessBuilder(
                JvmOptions.java(),
                Leftovers.mark(layout),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Supervisor.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "PHONEPAY_DATA", layout.data().toString(),
                        "PHONEPAY_PORT_OFFSET", Integer.toString(layout.portOffset())));
        var supervisor = builder.redirectErrorStream(true)
                .redirectOutput(layout.log("supervisor").toFile())
                .start();
        await("all nodes are up", () -> states(layout).equals(List.of("Up", "Up", "Up")));
        return supervisor;
    }

    private static List<String> states(Layout layout) {
        return new ControlClient(layout)
                .status().stream()
                        .flatMap(report -> report.nodes().stream())
                        .map(StatusReport.NodeStatus::state)
                        .toList();
    }

    public static boolean answers(Layout layout, int node) {
        return Ports.somebodyListens(layout.managementPort(node)) && Ports.somebodyListens(layout.httpPort(node));
    }

    public static String log(Layout layout, int node) {
        try {
            var file = layout.log("node-" + node);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isFree(Layout layout) {
        return IntStream.rangeClosed(1, 3)
                .allMatch(node -> Ports.isFree(layout.httpPort(node)) && Ports.isFree(layout.managementPort(node)));
    }
}
