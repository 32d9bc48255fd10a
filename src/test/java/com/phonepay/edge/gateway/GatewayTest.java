package com.phonepay.edge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.auth.Principal.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is asked, how often, and what passes. */
final class GatewayTest {
    private static final String PAY = "/api/payment/initiate";
    private Gated gated = new Gated(0, Path.of("target", "no-console"), "");

    @BeforeEach
    void open() {
        gated.close();
        gated = new Gated(3, Path.of("target", "no-console"), "");
    }

    @AfterEach
    void close() {
        gated.close();
    }

    @Test
    void takesTurnsExactly() {
        for (int i = 0; i < 30; i++) {
            assertThat(gated.get("/api/wallet/balance").statusCode()).isEqualTo(200);
        }
        assertThat(gated.nodes).allSatisfy(node -> assertThat(node.asked).hasSize(10));
    }

    @Test
    void aNodeThatRefusesConnectionsIsOutAtOnceAndNobodyNotices() {
        gated.nodes.get(1).stop();
        for (int i = 0; i < 12; i++) {
            assertThat(gated.get("/api/wallet/balance").statusCode()).isEqualTo(200);
            // It was never sent, so even what may not be repeated goes to another node.
            assertThat(gated.post("/auth/login", "{}").statusCode()).isEqualTo(200);
        }
        assertThat(gated.isIn(2)).isFalse();
        gated.nodes.get(1).startAgain();
        Gated.await(() -> gated.isIn(2));
    }

    @Test
    void aNodeThatHangsIsOutWithinASecondAndComesBack() {
        gated.nodes.get(2).hanging = new CountDownLatch(1);
        assertThat(Gated.msUntil(() -> !gated.isIn(3))).isLessThan(1_100);
        assertThat(gated.get("/api/wallet/balance").statusCode()).isEqualTo(200);
        gated.nodes.get(2).hanging.countDown();
        Gated.await(() -> gated.isIn(3));
    }

    @Test
    void aNodeThatSaysItIsClosingGetsNothingMore() {
        gated.nodes.get(0).draining = true;
        assertThat(Gated.msUntil(() -> !gated.isIn(1))).isLessThan(1_000);
        for (int i = 0; i < 6; i++) {
            gated.get("/api/wallet/balance");
        }
        assertThat(gated.nodes.get(0).asked).isEmpty();
    }

    @Test
    void membershipDecidesWhoIsAskedAtAll() {
        gated.members(List.of(gated.nodes.get(1).node()));
        Gated.await(() -> gated.gateway.rotation().all().size() == 1);
        gated.get("/api/wallet/balance");
        gated.get("/api/wallet/balance");
        assertThat(gated.nodes.get(1).asked).hasSize(2);
    }

    @Test
    void anAdministratorTakesANodeOutAndInAgain() {
        gated.gateway.pause("node-1", true);
        for (int i = 0; i < 6; i++) {
            assertThat(gated.get("/api/wallet/balance").statusCode()).isEqualTo(200);
        }
        assertThat(gated.nodes.get(0).asked).isEmpty();
        gated.gateway.pause("node-1", false);
        gated.get("/api/wallet/balance");
        gated.get("/api/wallet/balance");
        gated.get("/api/wallet/balance");
        assertThat(gated.nodes.get(0).asked).hasSize(1);
    }

    @Test
    void aKeyedRequestIsTriedOnceMoreElsewhereWithTheSameKeyAndBody() {
        gated.nodes.get(0).breaks = true;
        for (int i = 0; i < 3; i++) {
            gated.nodes.forEach(node -> node.asked.clear());
            assertThat(gated.post(PAY, "{\"amount\":1}").statusCode()).isEqualTo(200);
            Set<String> said = new HashSet<>();
            gated.nodes.forEach(
                    node -> node.asked.forEach(asked -> said.add(asked.header("Idempotency-Key") + asked.body())));
            assertThat(said).hasSize(1);
            assertThat(said.iterator().next()).hasSizeGreaterThan(30);
        }
    }

    @Test
    void anUnkeyedRequestIsNeverTriedTwice() {
        gated.nodes.forEach(node -> node.breaks = true);
        HttpResponse<String> answer = gated.post("/auth/login", "{}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
        assertThat(gated.asked()).isEqualTo(1);
    }

    @Test
    void twoBrokenTriesOfAKeyedRequestAreAnUnknownOutcomeWithTheKey() {
        gated.nodes.forEach(node -> node.breaks = true);
        HttpResponse<String> answer = gated.post(PAY, "{}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"outcome_unknown\"");
        assertThat(answer.headers().firstValue("Idempotency-Key")).isPresent();
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(gated.asked()).isEqualTo(2);
    }

    @Test
    void nobodyLeftIsUnavailableAndSaysSo() {
        gated.nodes.forEach(FakeNode::stop);
        HttpResponse<String> answer = gated.post(PAY, "{}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"unavailable\"");
    }

    @Test
    void headersOfOneHopEndHereAndNobodyLiesAboutWhereTheyComeFrom() {
        HttpRequest.Builder request = gated.request("/api/wallet/balance?user_id=a%26b", Role.USER)
                .headers("X-Forwarded-For", "6.6.6.6", "Forwarded", "for=6.6.6.6", "X-Real-IP", "6.6.6.6")
                .headers("TE", "trailers", "Keep-Alive", "x", "Proxy-Authorization", "secret", "X-Kept", "yes")
                .headers(
                        "X-Request-Id",
                        "mine-12345",
                        "traceparent",
                        "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01");
        HttpResponse<String> answer = Gated.send(request);
        FakeNode.Asked asked = gated.nodes.stream()
                .flatMap(node -> node.asked.stream())
                .findFirst()
                .orElseThrow();
        assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        for (String gone : List.of("Forwarded", "X-Real-IP", "TE", "Keep-Alive", "Proxy-Authorization")) {
            assertThat(asked.header(gone)).as(gone).isEmpty();
        }
        assertThat(asked.header("X-Kept")).isEqualTo("yes");
        assertThat(asked.header("X-Request-Id")).isEqualTo("mine-12345");
        assertThat(asked.header("traceparent"))
                .startsWith("00-" + "a".repeat(32))
                .doesNotContain("b".repeat(16));
        assertThat(asked.uri()).isEqualTo("/api/wallet/balance?user_id=a%26b");
        assertThat(answer.headers().firstValue("X-Private")).isEmpty();
        assertThat(answer.headers().firstValue("X-Served-By").orElse("")).startsWith("node-");
    }

    @Test
    void serverSentEventsPassAsTheyCome() throws IOException {
        HttpResponse<InputStream> answer =
                Gated.send(gated.request("/api/stream", Role.USER), HttpResponse.BodyHandlers.ofInputStream());
        var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        assertThat(lines.readLine()).isEqualTo("data: one");
        gated.nodes.forEach(node -> node.secondEvent.countDown());
        List<String> rest = new ArrayList<>(lines.lines().toList());
        assertThat(rest).contains("data: two");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
    }

    @Test
    void nobodyReachesANodeWithoutARight() {
        for (String path : List.of("/api/wallet/balance", "/merchant/settlements", "/admin/lb-stats", "/api/none")) {
            assertThat(Gated.send(gated.request(path, null)).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(Gated.send(gated.request("/admin/lb-stats", Role.USER)).statusCode())
                .isEqualTo(403);
        String token = gated.token(Role.ADMIN);
        String forged = token.substring(0, token.length() - 4) + "AAAA";
        assertThat(Gated.send(gated.request("/admin/lb-stats", null).header("Authorization", "Bearer " + forged))
                        .statusCode())
                .isEqualTo(401);
        assertThat(gated.asked()).isZero();
        assertThat(Gated.send(gated.request("/admin/lb-stats", Role.ADMIN)).statusCode())
                .isEqualTo(200);
        assertThat(Gated.send(gated.request("/auth/login", null)).statusCode()).isEqualTo(200);
    }
}
