package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.edge.http.Client.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The original's flow and its words, over the production machines. */
final class OriginalFlowTest {
    private static Served served;
    private static int round;
    private String payer = "";
    private String payee = "";
    private Client asha = new Client(0);
    private Client ravi = new Client(0);

    @BeforeAll
    static void start() {
        served = Served.overMachines();
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** Two people of a day ago, so that the limits of a first day are over. */
    @BeforeEach
    void registerTwo() {
        round++;
        payer = "asha" + round;
        payee = "ravi" + round;
        served.client().register(payer);
        served.client().register(payee);
        served.slices.advance(Duration.ofHours(25));
        asha = served.client().login(payer);
        ravi = served.client().login(payee);
    }

    @Test
    void registersWithABonusAndAPaymentAddress() {
        JsonNode meera = served.client().register("meera");
        assertThat(meera.path("user_id").asText()).isEqualTo("meera");
        assertThat(meera.path("email").asText()).isEqualTo("meera@example.com");
        assertThat(meera.path("vpa").asText()).isEqualTo("meera@phonepay");
        assertThat(meera.path("balance").decimalValue()).isEqualByComparingTo("1000");
        assertThat(meera.path("currency").asText()).isEqualTo("INR");
    }

    @Test
    void makesAUserIdWhereNoneIsWished() {
        Reply reply = served.client()
                .post(
                        "/auth/register",
                        """
                {"name":"Asha Rao","email":"Someone@Example.com","password":"a long password"}""");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.text("user_id")).matches("u[0-9a-f]{12}");
        assertThat(reply.text("email")).isEqualTo("someone@example.com");
    }

    @Test
    void refusesAnEmailAndAUserIdThatAreTaken() {
        Reply email = served.client()
                .post(
                        "/auth/register",
                        """
                {"name":"Asha Rao","email":"%s@example.com","user_id":"other","password":"a long password"}"""
                                .formatted(payer));
        assertThat(email.status()).isEqualTo(400);
        assertThat(email.text("code")).isEqualTo("email_taken");
        Reply userId = served.client()
                .post(
                        "/auth/register",
                        """
                {"name":"Asha Rao","email":"other@example.com","user_id":"%s","password":"a long password"}"""
                                .formatted(payer));
        assertThat(userId.status()).isEqualTo(400);
        assertThat(userId.text("code")).isEqualTo("user_id_taken");
    }

    @Test
    void paysAHundredRupees() {
        Reply paid = pay("{\"sender_id\":\"" + payer + "\",\"receiver_id\":\"" + payee
                + "\",\"amount\":100,\"note\":\"Lunch\"}");
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.text("status")).isEqualTo("SUCCESS");
        assertThat(paid.text("utr")).matches("[0-9]{12}");
        assertThat(paid.raw()).contains("\"amount\":100.00,");
        assertThat(paid.text("sender_id")).isEqualTo(payer);
        assertThat(paid.text("receiver_id")).isEqualTo(payee);
        assertThat(paid.text("note")).isEqualTo("Lunch");
        assertThat(asha.balance()).isEqualTo("900.00");
        assertThat(ravi.balance()).isEqualTo("1100.00");
    }

    @Test
    void showsAPaymentToBothSides() {
        String id = pay("{\"receiver_id\":\"" + payee + "\",\"amount\":0.05}").text("transaction_id");
        Reply payer = asha.get("/api/payment/status/{id}", id);
        Reply payee = ravi.get("/api/payment/status/{id}", id);
        assertThat(payer.text("status")).isEqualTo("SUCCESS");
        assertThat(payee.raw()).isEqualTo(payer.raw());
        Reply timeline = asha.get("/api/payment/{id}/timeline", id);
        assertThat(timeline.json().path("steps")).hasSize(1);
    }

    @Test
    void payeesAreFoundByEmailAndByPaymentAddressInAnyCase() {
        assertThat(pay("{\"receiver_id\":\"Ravi" + round + "@Example.com\",\"amount\":1}")
                        .text("receiver_id"))
                .isEqualTo(payee);
        assertThat(pay("{\"receiver_id\":\"RAVI" + round + "@phonepay\",\"amount\":1}")
                        .text("receiver_id"))
                .isEqualTo(payee);
        assertThat(ravi.balance()).isEqualTo("1002.00");
    }

    @Test
    void keepsAHistoryOfBothSides() {
        String id = pay("{\"receiver_id\":\"" + payee + "\",\"amount\":100.5}").text("transaction_id");
        JsonNode sent = asha.get("/api/transactions/history?user_id={user_id}", payer)
                .json()
                .path("data")
                .path(0);
        assertThat(sent.path("type").asText()).isEqualTo("DEBIT");
        assertThat(sent.path("transaction_id").asText()).isEqualTo(id);
        assertThat(sent.path("counterparty").asText()).isEqualTo(payee);
        assertThat(sent.path("balance_after").decimalValue()).isEqualByComparingTo("899.5");
        JsonNode received =
                ravi.get("/api/transactions/history").json().path("data").path(0);
        assertThat(received.path("type").asText()).isEqualTo("CREDIT");
        assertThat(received.path("amount").decimalValue()).isEqualByComparingTo("100.5");
    }

    @Test
    void bringsMoneyFromTheBank() {
        Reply recharged = asha.post("/api/wallet/recharge", "{\"user_id\":\"" + payer + "\",\"amount\":250.75}");
        assertThat(recharged.text("status")).isEqualTo("SUCCESS");
        assertThat(recharged.raw()).contains("\"balance\":1250.75,");
        assertThat(asha.balance()).isEqualTo("1250.75");
    }

    @Test
    void declinesWhatIsNotCovered() {
        Reply declined = pay("{\"receiver_id\":\"" + payee + "\",\"amount\":1000.01}");
        assertThat(declined.status()).isEqualTo(200);
        assertThat(declined.text("status")).isEqualTo("FAILED");
        assertThat(declined.text("reason")).isEqualTo("insufficient_balance");
        assertThat(asha.balance()).isEqualTo("1000.00");
        Reply payee = ravi.get("/api/payment/status/{id}", declined.text("transaction_id"));
        assertThat(payee.json().has("reason")).isFalse();
    }

    @Test
    void saysWhichLimitIsReachedAndWhenItResets() {
        served.client().register("fresh");
        Client fresh = served.client().login("fresh");
        fresh.post("/api/wallet/recharge", "{\"amount\":10000}");
        Reply first = fresh.post("/api/payment/initiate", "{\"receiver_id\":\"" + payee + "\",\"amount\":5000.01}");
        assertThat(first.text("reason")).isEqualTo("limit_first_day");
        assertThat(first.raw()).contains("\"used\":0.00", "\"remaining\":5000.00");
        assertThat(first.text("resets_at")).endsWith("Z");
    }

    @Test
    void blocksWhatTheFraudScreenBlocks() {
        served.client().register("hacker");
        Client hacker = served.client().login("hacker");
        Reply blocked = hacker.post("/api/payment/initiate", "{\"receiver_id\":\"" + payee + "\",\"amount\":1}");
        assertThat(blocked.status()).isEqualTo(200);
        assertThat(blocked.text("status")).isEqualTo("BLOCKED");
        assertThat(blocked.text("reason")).isEqualTo("fraud");
        assertThat(blocked.json().path("reasons")).isNotEmpty();
        assertThat(blocked.json().path("score").asDouble()).isGreaterThan(0.8);
        Reply payee = ravi.get("/api/payment/status/{id}", blocked.text("transaction_id"));
        assertThat(payee.text("status")).isEqualTo("BLOCKED");
        assertThat(payee.json().has("score")).isFalse();
    }

    @Test
    void tellsTheRegisteredNameOfAReceiver() {
        for (String alias : new String[] {payee, payee + "@phonepay", "RAVI" + round + "@example.com"}) {
            Reply found = asha.get("/api/resolve?alias={alias}", alias);
            assertThat(found.text("name")).isEqualTo(payee + " Rao");
            assertThat(found.text("vpa")).isEqualTo(payee + "@phonepay");
        }
        assertThat(asha.get("/api/resolve?alias={alias}", "nobody").text("code"))
                .isEqualTo("receiver_not_found");
    }

    private Reply pay(String body) {
        return asha.post("/api/payment/initiate", body);
    }
}
