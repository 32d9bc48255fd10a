package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.edge.auth.Principal.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pages of other origins may call the API, and what every answer tells a browser. */
final class CorsTest {
    private static final Path NO_CONSOLE = Path.of("target", "no-console");
    private static final String SHOP = "https://shop.example";
    private static final String LISTED =
            "phonepay.gateway.cors-origins = \"https://shop.example, http://10.0.0.1:8080\"";

    @Test
    void aListedOriginMayAskAndNobodyElse() {
        try (Gated gated = new Gated(1, NO_CONSOLE, LISTED)) {
            assertThat(allowed(gated, SHOP)).isEqualTo(SHOP);
            assertThat(allowed(gated, "http://10.0.0.1:8080")).isEqualTo("http://10.0.0.1:8080");
            for (String other : List.of(
                    "https://shop.example.evil", "http://shop.example", "https://shop.example:444", "null", "*")) {
                assertThat(allowed(gated, other)).as(other).isEmpty();
            }
        }
    }

    @Test
    void aWildcardIsRefusedAtStart() {
        for (String wrong : List.of("*", "https://*.example", "shop.example", "https://shop.example/")) {
            assertThatThrownBy(() -> new Gated(1, NO_CONSOLE, "phonepay.gateway.cors-origins = \"" + wrong + "\""))
                    .as(wrong)
                    .hasMessageContaining("cors-origins");
        }
    }

    @Test
    void everyAnswerOfTheGatewayItselfCarriesTheSecurityHeaders() {
        try (Gated gated = new Gated(1, NO_CONSOLE, "")) {
            for (HttpResponse<String> answer : List.of(
                    Gated.send(gated.request("/api/wallet/balance", null)),
                    Gated.send(gated.request("/admin/lb-stats", Role.USER)),
                    Gated.send(gated.request("/gateways", null)))) {
                assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
                assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
                assertThat(header(answer, "Content-Security-Policy")).contains("default-src 'none'");
                assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
                assertThat(header(answer, "Access-Control-Allow-Credentials")).isEmpty();
            }
        }
    }

    private static String allowed(Gated gated, String origin) {
        HttpRequest.Builder preflight = gated.request("/api/wallet/balance", null)
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "GET");
        return header(Gated.send(preflight), "Access-Control-Allow-Origin");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
