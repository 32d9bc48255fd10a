package com.phonepay.edge.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A payment node that remembers what it was asked, and misbehaves when told to. */
final class FakeNode implements AutoCloseable {
    private final String name;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    final List<Asked> asked = new CopyOnWriteArrayList<>();
    final CountDownLatch secondEvent = new CountDownLatch(1);
    volatile boolean breaks;
    volatile boolean draining;
    volatile CountDownLatch hanging = new CountDownLatch(0);
    private HttpServer server;
    private final int port;
    private final int gatewayPort;

    /** A request as it arrived. */
    record Asked(String method, String uri, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(", ", header.getValue()))
                    .findFirst()
                    .orElse("");
        }
    }

    FakeNode(String name, int gatewayPort) {
        this.name = name;
        this.gatewayPort = gatewayPort;
        this.server = listen(0);
        this.port = server.getAddress().getPort();
    }

    Target.Node node() {
        return new Target.Node(name, "127.0.0.1", port, gatewayPort);
    }

    private HttpServer listen(int wanted) {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
            made.createContext("/", this::answer);
            made.setExecutor(threads);
            made.start();
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stop(0);
    }

    void startAgain() {
        server = listen(port);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        try {
            hanging.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (path.equals("/health/serving")) {
            send(exchange, draining ? 503 : 200, "{}");
            return;
        }
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                body));
        if (breaks) {
            exchange.close();
        } else if (path.equals("/api/stream")) {
            stream(exchange);
        } else {
            exchange.getResponseHeaders().add("Connection", "X-Private");
            exchange.getResponseHeaders().add("X-Private", "of this hop");
            send(exchange, 200, "{\"node\":\"" + name + "\"}");
        }
    }

    /** The second event leaves only when the first was seen at the other end. */
    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("data: one\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            secondEvent.await();
            out.write("data: two\n\n".getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        hanging.countDown();
        secondEvent.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
