package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.edge.http.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class CausalRoutesTest {
    private static final String ID = "T0003" + "ab".repeat(16);
    private static Served served;
    private static Client admin = new Client(0);

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        admin = served.client().login("admin");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void putsTheStepsOfAllNodesInOneOrderAndEachOnce() {
        Reply reply = admin.get("/admin/logs?transaction_id=" + ID);
        List<String> steps = new ArrayList<>();
        reply.json()
                .path("data")
                .forEach(step -> steps.add(
                        step.path("lamport").asLong() + " " + step.path("event").asText()));
        assertThat(steps).containsExactly("5 SENT", "7 RECEIVED");
        JsonNode nodes = reply.json().path("nodes");
        assertThat(nodes.get(0).path("not_copied").asInt()).isEqualTo(4);
        assertThat(nodes.get(2).path("answered").asBoolean()).isFalse();
    }

    @Test
    void showsNothingOfATransactionThatNobodyRemembers() {
        Reply reply = admin.get("/admin/logs?transaction_id=T0003" + "cd".repeat(16));
        assertThat(reply.json().path("data")).isEmpty();
    }

    @Test
    void showsTheNewestWithoutAnId() {
        Reply reply = admin.get("/admin/logs?limit=1");
        assertThat(reply.json().path("data")).hasSize(1);
        assertThat(reply.json().path("data").get(0).path("lamport").asLong()).isEqualTo(7);
        assertThat(reply.json().path("has_more").asBoolean()).isTrue();
    }

    @Test
    void refusesWhatIsNoIdAndNoLimit() {
        assertThat(admin.get("/admin/logs?transaction_id=nonsense").status()).isEqualTo(400);
        assertThat(admin.get("/admin/logs?limit=0").status()).isEqualTo(400);
        assertThat(admin.get("/admin/logs?limit=501").status()).isEqualTo(400);
    }
}
