package com.phonepay.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.edge.auth.Principal;
import com.phonepay.edge.auth.TokenKeys;
import com.phonepay.edge.auth.TokenSettings;
import com.phonepay.edge.auth.Tokens;
import com.phonepay.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Three nodes and their servers, started by the launcher on ports and data of their own and shared by all tests of a run.
 * A test that breaks something repairs it before it ends.
 */
final class RunningCluster implements ParameterResolver, ExtensionContext.Store.CloseableResource {
    static final int PORT_OFFSET = 3000;
    /** Tests need three; a bench may be run with one: {@code -Dphonepay.nodes=1}. */
    static final int NODES = Integer.getInteger("phonepay.nodes", 3);

    /** At the gateways, in spite of the profile that lifts all limits. */
    static final int ANONYMOUS_PER_MINUTE = 100;

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
        System.out.println(launcher("up", "--profile", "load", "--nodes", String.valueOf(NODES)));
        return this;
    }

    @Override
    public void close() {
        launcher("down");
    }

    Api api(int node) {
        return new Api(httpPort(node));
    }

    Api gateway(int node) {
        return new Api(5000 + 10 * (node - 1) + PORT_OFFSET);
    }

    /** A token as this cluster issues them; nobody had to sign in for it. */
    static String token(String user, Principal.Role role) {
        return tokens(TokenSettings.DEFAULT, InstantSource.system())
                .issue(new Principal(new AccountId(user), role))
                .text();
    }

    /** Signs with the key of this cluster. */
    static Tokens tokens(TokenSettings settings, InstantSource clock) {
        return new Tokens(TokenKeys.read(DATA.resolve("secrets").resolve("jwt-key.json")), settings, clock);
    }

    static long pid(int node) {
        return parse(launcher("status", "--json"))
                .path("nodes")
                .path(node - 1)
                .path("pid")
                .asLong();
    }

    /** Losing it never matters; a test that counts begins with nothing counted. */
    static void forgetWhatRedisKnows() throws IOException {
        try (Socket redis = new Socket(InetAddress.getLoopbackAddress(), 16379 + PORT_OFFSET)) {
            redis.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            if (redis.getInputStream().read() != '+') {
                throw new IllegalStateException("Redis did not forget");
            }
        }
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
            builder.environment().putAll(limits());
            builder.environment().put("PHONEPAY_SHORT_LIFE", System.getProperty("phonepay.short-life", "true"));
            // A test asks for its runs; none begins because of the time of the day.
            builder.environment().put("PHONEPAY_ANALYTICS_NIGHTLY_AT", "off");
            builder.environment().put("PHONEPAY_ANALYTICS_HOLD", "10 s");
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

    /** Users have a budget that nobody can spend, so that every request of theirs is counted in Redis. */
    private static Map<String, String> limits() {
        return Map.of(
                "PHONEPAY_ANONYMOUS_PER_MINUTE", String.valueOf(ANONYMOUS_PER_MINUTE),
                "PHONEPAY_USER_PER_MINUTE", "1000000000",
                // This machine may be busy, and a count that falls back to one gateway is not exact.
                "PHONEPAY_REDIS_PATIENCE", "2 s",
                "PHONEPAY_RATE_LIMIT_PATIENCE", "3 s");
    }

    static JsonNode json(String text) {
        return parse(text);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }
}
