package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.testing.LocalSlices;
import com.phonepay.testing.ScriptedSlices;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.QueryTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten thousand callers at once. */
final class CrowdTest {
    private static final int CALLERS = 10_000;
    private static final String SECONDS = "240";
    private static final String SETTINGS =
            """
            phonepay.edge.payments-in-flight-max = 500
            phonepay.edge.server.idle-timeout = 300 s
            """;

    @Test
    @Tag("cluster")
    void answersEveryOneOfTenThousandCallers() throws Exception {
        LocalSlices machines = Served.machines();
        ScriptedSlices network = new ScriptedSlices(machines);
        try (Served served = Served.over(machines, network, SETTINGS)) {
            served.client().register("asha");
            served.client().register("ravi");
            Client asha = served.client().login("asha");
            // Slices that do not answer keep every admitted request under way, which is the worst case.
            network.loseAnswersTo(Initiate.class);
            network.loseAnswersTo(QueryTransaction.class);
            Map<String, Integer> statuses = crowd(served.port(), payment(asha));
            assertThat(statuses).isEqualTo(Map.of("503 with Retry-After", CALLERS));
            network.heal();
            assertThat(asha.get("/api/wallet/balance").status()).isEqualTo(200);
            assertThat(asha.post("/api/payment/initiate", "{\"receiver_id\":\"ravi\",\"amount\":1}")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void refusesWhatIsAboveTheBoundWithATimeToComeBack() throws Exception {
        LocalSlices machines = Served.machines();
        ScriptedSlices network = new ScriptedSlices(machines);
        try (Served served = Served.over(machines, network, "phonepay.edge.payments-in-flight-max = 1")) {
            served.client().register("asha");
            served.client().register("ravi");
            Client asha = served.client().login("asha");
            network.loseAnswersTo(Initiate.class);
            network.loseAnswersTo(QueryTransaction.class);
            var first = CompletableFuture.supplyAsync(
                    () -> asha.post("/api/payment/initiate", "{\"receiver_id\":\"ravi\",\"amount\":1}"));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (network.asked(Initiate.class).isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            Client.Reply refused = asha.post("/api/payment/initiate", "{\"receiver_id\":\"ravi\",\"amount\":1}");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text("code")).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(asha.get("/api/wallet/balance").status()).isEqualTo(200);
            assertThat(first.get(20, TimeUnit.SECONDS).text("code")).isEqualTo("outcome_unknown");
            network.heal();
            assertThat(asha.post("/api/payment/initiate", "{\"receiver_id\":\"ravi\",\"amount\":1}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String payment(Client bearer) {
        String body = "{\"receiver_id\":\"ravi\",\"amount\":1}";
        return String.join(
                "\r\n",
                "POST /api/payment/initiate HTTP/1.1",
                "Host: x",
                "Authorization: " + bearer.header("Authorization"),
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "",
                body);
    }

    private static Map<String, Integer> crowd(int port, String request) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        System.getProperty("java.home") + "/bin/java",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Crowd.class.getName(),
                        String.valueOf(port),
                        String.valueOf(CALLERS),
                        SECONDS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            process.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().close();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            Map<String, Integer> statuses = new HashMap<>();
            printed.lines().map(line -> line.split("=", -1)).forEach(w -> statuses.put(w[0], Integer.parseInt(w[1])));
            return statuses;
        } finally {
            process.destroyForcibly();
        }
    }
}
