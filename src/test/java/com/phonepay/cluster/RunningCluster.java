package com.phonepay.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Three nodes and a Cassandra, started by the launcher on ports and data of their own and shared by all tests of a run.
 * A test that breaks something repairs it before it ends.
 */
final class RunningCluster implements ParameterResolver, ExtensionContext.Store.CloseableResource {
    static final int PORT_OFFSET = 3000;
    static final Path DATA = Path.of("target", "cluster-test", "data").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What `status --json` says of a node. */
    record Node(String name, int httpPort, int managementPort, String state, boolean coordinator) {}

    /** Made by JUnit for every class; the cluster itself is kept in the root store. */
    RunningCluster() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(RunningCluster.class))
                .getOrComputeIfAbsent(RunningCluster.class, key -> new RunningCluster().up());
    }

    private RunningCluster up() {
        launcher("down", "--wipe");
        System.out.println(launcher("up", "--profile", "load"));
        return this;
    }

    @Override
    public void close() {
        launcher("down");
    }

    Api api(int node) {
        return new Api(httpPort(node));
    }

    static int httpPort(int node) {
        return 5000 + node + PORT_OFFSET;
    }

    static int mongoPort() {
        return 27117 + PORT_OFFSET;
    }

    /** Where the cluster keeps its files. */
    static Path data() {
        return DATA;
    }

    static String cassandra() {
        return "127.0.0.1:" + (19042 + PORT_OFFSET);
    }

    static String kafka() {
        return "127.0.0.1:" + (19092 + PORT_OFFSET);
    }

    /** Where a file of a fail point's name ends the node that passes it. */
    static Path failPoints() {
        return DATA.resolve("fail-points");
    }

    void kill(int node) {
        launcher("node", "kill", String.valueOf(node));
    }

    void start(int node) {
        launcher("node", "start", String.valueOf(node));
    }

    List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        for (JsonNode node : parse(launcher("status", "--json")).path("nodes")) {
            nodes.add(new Node(
                    node.path("name").asText(),
                    node.path("http_port").asInt(),
                    node.path("management_port").asInt(),
                    node.path("state").asText(),
                    node.path("coordinator").asBoolean()));
        }
        return nodes;
    }

    /** A token of an administrator. */
    String admin() {
        for (JsonNode login : parse(launcher("status", "--json")).path("logins")) {
            if (login.path("role").asText().equals("admin")) {
                Map<String, Object> words = Map.of(
                        "email", login.path("email").asText(),
                        "password", login.path("password").asText());
                return api(1).post("/auth/login", "", words).text("token");
            }
        }
        throw new AssertionError("No administrator among the logins");
    }

    void awaitAllUp() {
        Eventually.get(this::nodes, nodes -> nodes.stream()
                .allMatch(node -> node.state().equals("Up")));
    }

    /** What a node says of itself, or null where it does not answer. */
    JsonNode status(int node) {
        URI uri = URI.create("http://127.0.0.1:" + (8557 + node + PORT_OFFSET) + "/phonepay/status");
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
            return parse(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            return JSON.nullNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs the launcher to its end and returns what it printed. */
    static String launcher(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./phonepay"));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("phonepay", ".out");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
            builder.environment().put("PHONEPAY_DATA", DATA.toString());
            builder.environment().put("PHONEPAY_PORT_OFFSET", String.valueOf(PORT_OFFSET));
            builder.environment().put("PHONEPAY_FAIL_POINTS", failPoints().toString());
            builder.environment().put("PHONEPAY_LAKE_ROLL_AFTER", "3 s");
            Process process = builder.start();
            boolean ended = process.waitFor(5, TimeUnit.MINUTES);
            String printed = Files.readString(out);
            if (!ended || process.exitValue() != 0) {
                process.destroy();
                throw new IllegalStateException(String.join(" ", command) + " failed:\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
