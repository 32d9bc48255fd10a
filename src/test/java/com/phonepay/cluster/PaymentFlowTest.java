package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The flow by which the original system was shown to work, against three real nodes. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class PaymentFlowTest {
    private static final String PASSWORD = "a long enough password";

    @Test
    void paysBetweenTwoNewUsers(RunningCluster cluster) {
        String stamp = Long.toString(System.nanoTime(), 36);
        String payer = "payer" + stamp;
        String payee = "payee" + stamp;
        assertThat(cluster.api(1).register(payer, PASSWORD).status()).isEqualTo(201);
        assertThat(cluster.api(2).register(payee, PASSWORD).status()).isEqualTo(201);
        String token = cluster.api(3).login(payer, PASSWORD);
        String payeeToken = cluster.api(1).login(payee, PASSWORD);
        assertThat(cluster.api(2).balance(token)).isEqualTo("1000.00");

        Api.Response paid = cluster.api(1).pay(token, payee, new BigDecimal("100.00"), "flow-" + stamp);

        assertThat(paid.text("status")).as(paid.raw()).isEqualTo("SUCCESS");
        String id = paid.text("transaction_id");
        assertThat(cluster.api(2).get("/api/payment/status/" + id, token).text("status"))
                .isEqualTo("SUCCESS");
        assertThat(cluster.api(3).balance(token)).isEqualTo("900.00");
        assertThat(cluster.api(1).balance(payeeToken)).isEqualTo("1100.00");
        Api.Response again = cluster.api(3).pay(token, payee, new BigDecimal("100.00"), "flow-" + stamp);
        assertThat(again.raw()).isEqualTo(paid.raw());
        assertThat(again.headers()).containsEntry("idempotent-replayed", List.of("true"));
        assertThat(cluster.api(3).balance(token)).isEqualTo("900.00");
    }

    @Test
    void showsEveryDurableStepOfAPayment(RunningCluster cluster) {
        String stamp = Long.toString(System.nanoTime(), 36);
        cluster.api(1).register("asker" + stamp, PASSWORD);
        cluster.api(2).register("giver" + stamp, PASSWORD);
        String token = cluster.api(1).login("asker" + stamp, PASSWORD);
        Api.Response paid = cluster.api(2).pay(token, "giver" + stamp, new BigDecimal("12.34"), "timeline-" + stamp);
        String path = "/api/payment/" + paid.text("transaction_id") + "/timeline";

        List<String> steps = Eventually.get(
                () -> steps(cluster.api(3).get(path, token)),
                found -> found.containsAll(
                        List.of("Initiated", "Held", "Screened", "Decided", "Captured", "Credited", "Completed")));

        assertThat(steps.indexOf("Initiated")).isLessThan(steps.indexOf("Decided"));
        assertThat(steps.indexOf("Decided")).isLessThan(steps.indexOf("Captured"));
        assertThat(steps.indexOf("Decided")).isLessThan(steps.indexOf("Credited"));
    }

    private static List<String> steps(Api.Response response) {
        List<String> steps = new ArrayList<>();
        response.body()
                .path("steps")
                .forEach(step -> steps.add(step.path("what").asText()));
        return steps;
    }
}
