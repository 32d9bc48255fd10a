package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Merchants on three real nodes, with a bank that refuses, is silent and is late, and a node that dies meanwhile. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class MerchantSettlementTest {
    private static final String PASSWORD = "a long enough password";
    private final String stamp = Long.toString(System.nanoTime(), 36);
    private final String shop = "shop-" + stamp;

    @Test
    void refundsOnceAndSettlesToThePaisa(RunningCluster cluster) {
        String owner = enter(cluster, "owner" + stamp);
        String payer = enter(cluster, "payer" + stamp);
        String admin = cluster.admin();
        cluster.api(1).recharge(payer, new BigDecimal("50000.00"), "start-" + stamp);
        openShop(cluster, owner);
        behave(cluster, admin, "TIMES_OUT");

        List<String> payments = IntStream.range(0, 40)
                .parallel()
                .mapToObj(number -> pay(cluster, payer, number))
                .toList();
        assertThat(raceOfRefunds(cluster, owner, payments.get(7))).isEqualTo(Map.of("SUCCESS", 1, "refused", 49));

        // 40 payments of 33.33 less 20.00: 2 percent of 1313.20 is 26.264, 18 percent of 26.26 is 4.7268.
        JsonNode window = close(cluster, owner);
        assertThat(sums(window)).isEqualTo("1333.20 - 20.00 - 26.26 - 4.73 = 1282.21");
        awaitStatus(cluster, owner, 1, "SETTLING");
        cluster.kill(1);
        try {
            awaitStatus(cluster, owner, 1, "SETTLING");
            assertThat(summary(cluster, owner, "held")).isEqualTo("1282.21");
        } finally {
            cluster.start(1);
        }
        behave(cluster, admin, "PAYS");
        awaitStatus(cluster, owner, 1, "SETTLED");
        assertThat(summary(cluster, owner, "balance")).isEqualTo("0.00");
        refusedThenPaidLate(cluster, owner, payer, admin);
    }

    private void refusedThenPaidLate(RunningCluster cluster, String owner, String payer, String admin) {
        behave(cluster, admin, "REFUSES");
        pay(cluster, payer, 41);
        close(cluster, owner);
        awaitStatus(cluster, owner, 2, "FAILED");
        assertThat(summary(cluster, owner, "payable")).isEqualTo("32.54");
        behave(cluster, admin, "ANSWERS_LATE");
        Map<String, Object> order = Map.of("merchant_id", shop, "amount", new BigDecimal("32.54"));
        Api.Response first = Eventually.get(
                () -> cluster.api(2).post("/merchant/payout", owner, order, "payout-" + stamp),
                response -> response.status() == 202);
        Api.Response again = cluster.api(3).post("/merchant/payout", owner, order, "payout-" + stamp);
        assertThat(again.text("payout_id")).isEqualTo(first.text("payout_id"));
        assertThat(cluster.api(2)
                        .post("/merchant/payout", owner, order, "more-" + stamp)
                        .status())
                .isEqualTo(422);
        Eventually.get(
                () -> settlements(cluster, owner).path("payouts").toString(),
                seen -> seen.contains("BANK-" + first.text("payout_id")));
        assertThat(summary(cluster, owner, "balance")).isEqualTo("0.00");
        behave(cluster, admin, "PAYS");
    }

    private static String enter(RunningCluster cluster, String id) {
        assertThat(cluster.api(1).register(id, PASSWORD).status()).isEqualTo(201);
        return cluster.api(2).login(id, PASSWORD);
    }

    private void openShop(RunningCluster cluster, String owner) {
        Api.Response response = cluster.api(3)
                .post(
                        "/merchant/register",
                        owner,
                        Map.of("name", "Chai", "email", "chai@example.com", "merchant_id", shop));
        assertThat(response.status()).as(response.raw()).isEqualTo(201);
    }

    private static void behave(RunningCluster cluster, String admin, String behaviour) {
        Api.Response response = cluster.api(2).post("/admin/bank", admin, Map.of("behaviour", behaviour));
        assertThat(response.status()).as(response.raw()).isEqualTo(200);
    }

    private String pay(RunningCluster cluster, String payer, int number) {
        Api.Response paid = Eventually.get(
                () -> cluster.api(1 + number % 3)
                        .pay(payer, shop + "@phonepay", new BigDecimal("33.33"), "pay-" + stamp + number),
                response -> response.status() == 200);
        assertThat(paid.text("status")).as(paid.raw()).isEqualTo("SUCCESS");
        return paid.text("transaction_id");
    }

    /** Fifty ask at once for 20.00 of 33.33. */
    private Map<String, Integer> raceOfRefunds(RunningCluster cluster, String owner, String payment) {
        Map<String, Integer> answers = new TreeMap<>();
        List<Api.Response> responses = IntStream.range(0, 50)
                .parallel()
                .mapToObj(number -> Eventually.get(
                        () -> cluster.api(1 + number % 3)
                                .post(
                                        "/api/payment/" + payment + "/refund",
                                        owner,
                                        new HashMap<>(Map.of("amount", new BigDecimal("20.00"))),
                                        "refund-" + number),
                        response -> response.status() == 200 || response.status() == 422))
                .toList();
        responses.forEach(response ->
                answers.merge(response.status() == 200 ? response.text("status") : "refused", 1, Integer::sum));
        return answers;
    }

    private JsonNode close(RunningCluster cluster, String owner) {
        Api.Response closed = Eventually.get(
                () -> cluster.api(2).post("/merchant/settlements/close", owner, Map.of("merchant_id", shop)),
                response -> response.status() == 200);
        return closed.body().path("data").get(1);
    }

    private static String sums(JsonNode window) {
        return rupees(window, "gross") + " - " + rupees(window, "refunds") + " - " + rupees(window, "fee") + " - "
                + rupees(window, "tax") + " = " + rupees(window, "net");
    }

    private static String rupees(JsonNode json, String field) {
        return new BigDecimal(json.path(field).asText()).setScale(2).toString();
    }

    private JsonNode settlements(RunningCluster cluster, String owner) {
        return cluster.api(2)
                .get("/merchant/settlements?merchant_id=" + shop, owner)
                .body();
    }

    private void awaitStatus(RunningCluster cluster, String owner, int window, String status) {
        Eventually.get(
                () -> settlements(cluster, owner).path("data").toString(),
                seen -> seen.contains("\"" + shop + "-w00000" + window + "\",\"merchant_id\":\"" + shop
                        + "\",\"status\":\"" + status));
    }

    private String summary(RunningCluster cluster, String owner, String field) {
        return Eventually.get(
                () -> {
                    JsonNode body = cluster.api(3)
                            .get("/merchant/" + shop + "/summary", owner)
                            .body();
                    return body.has(field) ? rupees(body, field) : "";
                },
                seen -> !seen.isEmpty());
    }
}
