package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Payments, a run of all jobs asked for over the API, the coordinator's node killed while it works, and then: every job
 * has its answer once, from the one that took over, and the pattern that one payer made is an alert.
 */
@Tag("judge")
@ExtendWith(RunningCluster.class)
final class NightlyJobsTest {
    private static final BigDecimal BELOW_THRESHOLD = new BigDecimal("45000.00");

    @Test
    void theRunOutlivesTheCoordinatorsNode(RunningCluster cluster) {
        Customers customers = Customers.register(cluster);
        assertThat(customers).isNotNull();
        String admin = cluster.admin();
        int coordinator = number(cluster.nodes().stream()
                .filter(RunningCluster.Node::coordinator)
                .findFirst()
                .orElseThrow()
                .name());
        int other = coordinator == 1 ? 2 : 1;
        Api api = cluster.api(other);
        structure(api);
        Eventually.get(
                () -> ExportedLakeTest.exported("payment.completed", "payer_id"),
                payers -> payers.stream().filter("smurf-1"::equals).count() == 4);

        JsonNode asked = body(api.post("/admin/analytics/runs", admin, Map.of()), 202);
        String run = asked.path("run_id").asText();
        assertThat(api.post("/admin/analytics/runs", admin, Map.of()).status()).isEqualTo(409);
        Eventually.get(
                () -> body(api.get("/admin/analytics/runs/" + run, admin), 200),
                seen -> seen.path("computed").size() >= 1);
        cluster.kill(coordinator);
        JsonNode ended;
        try {
            // Nine processes, one after the other.
            ended = Eventually.within(
                    Duration.ofMinutes(5),
                    () -> body(api.get("/admin/analytics/runs/" + run, admin), 200),
                    seen -> !seen.path("ended_at").isNull());
        } finally {
            cluster.start(coordinator);
            cluster.awaitAllUp();
        }

        assertThat(ended.path("status").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(ended.path("attempt").asInt()).isEqualTo(2);
        assertThat(ended.path("node").asText()).isNotEqualTo(asked.path("node").asText());
        assertThat(ended.path("computed")).hasSize(9);
        JsonNode list = body(api.get("/admin/analytics", admin), 200).path("data");
        assertThat(list).hasSize(9).allMatch(job -> job.path("run_id").asText().equals(run));
        JsonNode proof = body(api.get("/admin/analytics/ledger-proof", admin), 200);
        assertThat(proof.path("outcome").asText()).as(proof.toString()).isEqualTo("CLEAN");
        JsonNode alerts =
                body(api.get("/admin/fraud/alerts?limit=100", admin), 200).path("alerts");
        assertThat(alerts)
                .filteredOn(alert -> alert.path("payer_id").asText().equals("smurf-1"))
                .anyMatch(alert -> alert.path("kind").asText().equals("STRUCTURING"));
    }

    /** Four payments just below the reporting threshold. */
    private static void structure(Api api) {
        api.register("smurf-1", "a long password");
        api.register("smurf-2", "a long password");
        String payer = api.login("smurf-1", "a long password");
        for (int i = 0; i < 4; i++) {
            assertThat(api.recharge(payer, BELOW_THRESHOLD, "smurf-recharge-" + i)
                            .status())
                    .isEqualTo(200);
            String key = "smurf-" + i;
            Eventually.get(() -> api.pay(payer, "smurf-2", BELOW_THRESHOLD, key), answer -> answer.text("status")
                    .equals("SUCCESS"));
        }
    }

    private static JsonNode body(Api.Response response, int status) {
        assertThat(response.status()).as(response.raw()).isEqualTo(status);
        return response.body();
    }

    private static int number(String node) {
        return Integer.parseInt(node.substring(node.lastIndexOf('-') + 1));
    }
}
