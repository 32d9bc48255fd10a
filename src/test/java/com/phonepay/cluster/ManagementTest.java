package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Akka Management of each node: tells, on loopback only, and changes nothing. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class ManagementTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void everyNodeTellsOfMembersShardsHealthAndMetrics(RunningCluster cluster) {
        for (RunningCluster.Node node : cluster.nodes()) {
            JsonNode members =
                    RunningCluster.json(call(node, "GET", "/cluster/members").body());
            assertThat(members.path("members")).hasSize(3).allSatisfy(member -> assertThat(
                            member.path("status").asText())
                    .isEqualTo("Up"));
            assertThat(call(node, "GET", "/cluster/shards/wallets").body()).contains("shardId");
            Eventually.get(() -> call(node, "GET", "/ready").statusCode(), status -> status == 200);
            assertThat(call(node, "GET", "/alive").statusCode()).isEqualTo(200);
            assertThat(call(node, "GET", "/metrics").body()).contains("# TYPE");
        }
    }

    @Test
    void nothingCanBeChangedThere(RunningCluster cluster) {
        RunningCluster.Node node = cluster.nodes().get(0);
        JsonNode members =
                RunningCluster.json(call(node, "GET", "/cluster/members").body());
        String other = members.path("members").path(1).path("node").asText();
        String path = "/cluster/members/" + other.substring(other.indexOf("://") + 3);
        for (String method : List.of("DELETE", "PUT", "POST")) {
            assertThat(call(node, method, path).statusCode()).as(method).isBetween(400, 499);
        }
        assertThat(call(node, "PUT", "/cluster").statusCode()).isBetween(400, 499);
        assertThat(call(node, "POST", "/phonepay/member-died?address=127.0.0.1:28521")
                        .statusCode())
                .as("only the supervisor may say so")
                .isEqualTo(403);
        assertThat(cluster.nodes())
                .allSatisfy(member -> assertThat(member.state()).isEqualTo("Up"));
    }

    @Test
    void nobodyFromOutsideReachesIt(RunningCluster cluster) throws IOException {
        int port = cluster.nodes().get(0).managementPort();
        assertThat(reaches(InetAddress.getLoopbackAddress(), port)).isTrue();
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses()
                    .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
                    .toList()) {
                assertThat(reaches(address, port)).as(address.toString()).isFalse();
            }
        }
    }

    private static boolean reaches(InetAddress address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static HttpResponse<String> call(RunningCluster.Node node, String method, String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.managementPort() + path))
                            .timeout(Duration.ofSeconds(10))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
