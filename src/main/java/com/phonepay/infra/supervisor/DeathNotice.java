package com.phonepay.infra.supervisor;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the living nodes that a member's process has ended. The failure detector would find out after some seconds;
 * the supervisor knows at once and for certain, so the cluster need not wait.
 */
final class DeathNotice {

    private static final Logger LOG = LoggerFactory.getLogger(DeathNotice.class);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 300;
    private static final int SUCCESS_FAMILY = 2;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build();
    private final String token;

    DeathNotice(String token) {
        this.token = token;
    }

    /**
     * Tells every living node. Completes when each has answered or cannot be told, never with a failure: the failure
     * detector still works.
     *
     * @param address the dead member's host:port in the cluster
     * @param managementPorts of the living nodes, on loopback
     */
    CompletableFuture<Void> tell(String address, Collection<Integer> managementPorts) {
        var all = managementPorts.stream()
                .map(port -> attempt(request(address, port), ATTEMPTS))
                .toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all);
    }

    private CompletableFuture<Void> attempt(HttpRequest request, int left) {
        return http.sendAsync(request, BodyHandlers.discarding())
                .thenAccept(answer -> accepted(request, answer.statusCode()))
                .exceptionallyCompose(failure -> again(request, left - 1, failure));
    }

    private CompletableFuture<Void> again(HttpRequest request, int left, Throwable failure) {
        if (left == 0) {
            LOG.warn("{} was not told of a death: {}", request.uri().getAuthority(), failure.toString());
            return finished();
        }
        var later = CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(waited -> attempt(request, left));
    }

    private static void accepted(HttpRequest request, int status) {
        if (status / 100 != SUCCESS_FAMILY) {
            throw new CompletionException(new IllegalStateException("answer " + status));
        }
        LOG.info("{} was told: {}", request.uri().getAuthority(), request.uri().getQuery());
    }

    private HttpRequest request(String address, int port) {
        var query = "address=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/phonepay/member-died?" + query))
                .timeout(ANSWER_LIMIT)
                .header("X-Supervisor-Token", token)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
    }

    private static CompletableFuture<Void> finished() {
        return CompletableFuture.completedFuture(null);
    }
}
