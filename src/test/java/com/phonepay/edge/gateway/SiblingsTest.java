package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A console outlives the gateway that it came from, and nobody else's page gets in by the same door. */
final class SiblingsTest {
    private static final String SIBLING = "http://127.0.0.1:5010";

    @TempDir
    private Path folder = Path.of("");

    private Gated gated = new Gated(0, Path.of("none"), "");

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("index.html"), "<!doctype html>");
        Files.writeString(folder.resolve("logins.json"), "[{\"user_id\":\"asha\"}]");
        gated.close();
        gated = new Gated(2, folder, logins("development"));
    }

    private String logins(String mode) {
        return "phonepay.mode = %s\nphonepay.gateway.demo-logins = \"%s\""
                .formatted(mode, folder.resolve("logins.json"));
    }

    @AfterEach
    void close() {
        gated.close();
    }

    private HttpResponse<String> preflight(String origin) {
        return Gated.send(gated.request("/api/payment/initiate", null)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST"));
    }

    private static String allowed(HttpResponse<String> answer) {
        // Twice the same is a refusal to a browser.
        return String.join(", ", answer.headers().allValues("Access-Control-Allow-Origin"));
    }

    @Test
    void aPageOfASiblingMayAskAndReadTheAnswer() {
        HttpResponse<String> preflight = preflight(SIBLING);
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(allowed(preflight)).isEqualTo(SIBLING);
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("idempotency-key", "authorization");
        HttpRequest.Builder refused = gated.request("/api/wallet/balance", null).header("Origin", SIBLING);
        assertThat(allowed(Gated.send(refused)))
                .as("a refusal is readable, too")
                .isEqualTo(SIBLING);
        assertThat(gated.asked()).isZero();
    }

    @Test
    void anotherPageMayNot() {
        for (String origin :
                List.of("http://127.0.0.1:5020", "http://evil.example:5010", "https://127.0.0.1:5010", "null")) {
            assertThat(allowed(preflight(origin))).as(origin).isEmpty();
            HttpRequest.Builder get = gated.request("/gateways", null).header("Origin", origin);
            assertThat(allowed(Gated.send(get))).as(origin).isEmpty();
        }
    }

    @Test
    void aDeadSiblingStaysKnown() {
        assertThat(allowed(preflight(SIBLING))).isEqualTo(SIBLING);
        gated.members(gated.nodes.stream().map(FakeNode::node).limit(1).toList());
        assertThat(allowed(preflight(SIBLING))).isEqualTo(SIBLING);
    }

    @Test
    void thePageMayAskAllGateways() {
        HttpResponse<String> page = Gated.send(gated.request("/", null));
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("connect-src 'self' http://127.0.0.1:5000 http://127.0.0.1:5010;");
        assertThat(Gated.send(gated.request("/gateways", null)).body())
                .contains("\"http://127.0.0.1:5000\",\"http://127.0.0.1:5010\"");
    }

    @Test
    void demoAccountsAreOfferedInDevelopmentOnly() {
        assertThat(Gated.send(gated.request("/demo-logins", null)).body()).contains("\"asha\"");
        gated.close();
        gated = new Gated(1, folder, logins("production"));
        HttpResponse<String> answer = Gated.send(gated.request("/demo-logins", null));
        assertThat(answer.statusCode()).isEqualTo(404);
    }
}
