package com.phonepay.edge.gateway;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import com.phonepay.edge.auth.Principal;
import com.phonepay.edge.auth.Tokens;
import com.phonepay.edge.http.EdgeSettings;
import com.phonepay.kernel.AccountId;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The real gateway over fake payment nodes. */
final class Gated implements AutoCloseable {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final List<FakeNode> nodes;
    final Gateway gateway;
    private final ActorSystem<Void> system;
    private final EdgeSettings edge;
    private volatile List<Target.Node> members;

    Gated(int count, Path console, String settings) {
        this(count, console, settings, new LocalBuckets(InstantSource.system()));
    }

    Gated(int count, Path console, String settings, Buckets budgets) {
        this.nodes = java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(number -> new FakeNode("node-" + number, 5000 + 10 * (number - 1)))
                .toList();
        this.members = nodes.stream().map(FakeNode::node).toList();
        var config = ConfigFactory.parseString(settings)
                .withFallback(ConfigFactory.parseString(
                        """
                        phonepay.node { host = "127.0.0.1", http-port = 0, gateway-port = 0, number = 1 }
                        phonepay.mode = development
                        phonepay.secrets { jwt-key-file = "target/test-jwt-key.json", bootstrap-token = "", admin-emails = "" }
                        phonepay.gateway.console = "%s"
                        akka.loglevel = WARNING
                        akka.coordinated-shutdown.exit-jvm = off
                        """
                                .formatted(console)))
                .withFallback(ConfigFactory.parseResources("conf/gateway.conf"))
                .withFallback(ConfigFactory.parseResources("conf/edge.conf"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        this.system = ActorSystem.create(Behaviors.empty(), "gateway", config);
        this.edge = EdgeSettings.from(config);
        this.gateway = Gateway.start(
                        system,
                        GatewaySettings.from(config),
                        edge,
                        () -> members,
                        (method, path) -> method.name().equals("POST") && path.startsWith("/api/payment/"),
                        budgets,
                        InstantSource.system())
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        await(this::allAreIn);
    }

    boolean allAreIn() {
        return gateway.rotation().all().size() == nodes.size()
                && gateway.rotation().all().stream().allMatch(Target::isInRotation);
    }

    boolean isIn(int node) {
        return gateway.rotation().all().stream()
                .anyMatch(target -> target.node().equals(nodes.get(node - 1).node()) && target.isInRotation());
    }

    void members(List<Target.Node> now) {
        members = now;
    }

    String token(Principal.Role role) {
        return token(role, "asha");
    }

    private String token(Principal.Role role, String user) {
        Tokens tokens = new Tokens(edge.keys(), edge.tokens(), InstantSource.system());
        return tokens.issue(new Principal(new AccountId(user), role)).text();
    }

    HttpRequest.Builder request(String path, Principal.@Nullable Role role) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                .timeout(Duration.ofSeconds(20));
        return role == null ? builder : builder.header("Authorization", "Bearer " + token(role));
    }

    HttpRequest.Builder request(String path, Principal.Role role, String user) {
        return request(path, null).header("Authorization", "Bearer " + token(role, user));
    }

    HttpResponse<String> get(String path) {
        return send(request(path, Principal.Role.USER));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder builder = request(path, Principal.Role.USER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return send(builder);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, HttpResponse.BodyHandlers.ofString());
    }

    static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends bytes as they are, and reads until the gateway closes the connection. */
    String talk(String... parts) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(15_000);
            for (String part : parts) {
                socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    int asked() {
        return nodes.stream().mapToInt(node -> node.asked.size()).sum();
    }

    static long msUntil(BooleanSupplier condition) {
        long begun = System.nanoTime();
        await(condition);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    static void await(BooleanSupplier condition) {
        if (!com.phonepay.infra.process.Await.until(condition, Duration.ofSeconds(20))) {
            throw new AssertionError("did not come true");
        }
    }

    static List<String> lines(HttpResponse<String> response) {
        return Arrays.asList(response.body().split("\n", -1));
    }

    @Override
    public void close() {
        system.terminate();
        nodes.forEach(FakeNode::close);
        system.getWhenTerminated()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
