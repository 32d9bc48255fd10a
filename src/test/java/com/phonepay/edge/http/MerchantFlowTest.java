package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Message;
import com.phonepay.wallet.ConfirmPayout;
import com.phonepay.wallet.RefusePayout;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A merchant's life through the API: registered, paid, refunded, settled, paid out. */
final class MerchantFlowTest {
    private static Served served;
    private static Client owner;
    private static Client payer;
    private static Client stranger;
    private static Client admin;

    @BeforeAll
    static void open() {
        served = Served.overMachines();
        Client anybody = served.client();
        for (String person : List.of("shopkeeper", "customer", "stranger")) {
            anybody.register(person);
        }
        anybody.with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        owner = anybody.login("shopkeeper");
        payer = anybody.login("customer");
        stranger = anybody.login("stranger");
        admin = anybody.login("admin");
    }

    @AfterAll
    static void close() {
        served.close();
    }

    private static void shop(String id) {
        Client.Reply reply = owner.post("/merchant/register", shopJson(id));
        assertThat(reply.status()).as(reply.raw()).isEqualTo(201);
        assertThat(reply.text("vpa")).isEqualTo(id + "@phonepay");
        assertThat(reply.text("owner_id")).isEqualTo("shopkeeper");
    }

    private static String shopJson(String id) {
        return """
                {"name":"Chai Point","email":"hello@chai.example","merchant_id":"%s"}"""
                .formatted(id);
    }

    private static String paid(String shop, String rupees) {
        Client.Reply reply = payer.post(
                "/api/payment/initiate",
                """
                {"receiver_id":"%s@phonepay","amount":%s}""".formatted(shop, rupees));
        assertThat(reply.text("status")).as(reply.raw()).isEqualTo("SUCCESS");
        return reply.text("transaction_id");
    }

    private static JsonNode summary(String shop) {
        Client.Reply reply = owner.get("/merchant/{id}/summary", shop);
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }

    private static void tell(String shop, Message word) {
        served.slices.tell(Served.SLICES.wallets(new AccountId(shop)), word);
    }

    @Test
    void makesUpAnIdAndFindsTheOwnersMerchants() {
        Client.Reply first = stranger.with("Idempotency-Key", "shop-1")
                .post("/merchant/register", """
                        {"name":"Stall","email":"s@stall.example"}""");
        assertThat(first.text("merchant_id")).matches("MERCHANT[0-9A-F]{12}");
        Client.Reply again = stranger.with("Idempotency-Key", "shop-1")
                .post("/merchant/register", """
                        {"name":"Stall","email":"s@stall.example"}""");
        assertThat(again.raw()).isEqualTo(first.raw());
        String id = first.text("merchant_id");
        assertThat(stranger.get("/merchant/{id}/summary", id).text("merchant_id"))
                .isEqualTo(id);
        Client.Reply paid = payer.post(
                "/api/payment/initiate", """
                {"receiver_id":"%s","amount":1.00}""".formatted(id));
        assertThat(stranger.get("/api/payment/status/{id}", paid.text("transaction_id"))
                        .text("merchant_id"))
                .isEqualTo(id);
        assertThat(stranger.get("/merchant/mine").json().path("data").size()).isEqualTo(1);
        assertThat(payer.get("/merchant/mine").json().path("data").size()).isZero();
        assertThat(payer.get("/api/resolve?alias={id}", first.text("vpa"))
                        .json()
                        .path("merchant")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void refusesAnIdThatSomebodyHas() {
        shop("taken-shop");
        assertThat(owner.post("/merchant/register", shopJson("taken-shop")).status())
                .isEqualTo(201);
        assertThat(stranger.post("/merchant/register", shopJson("taken-shop")).text("code"))
                .isEqualTo("merchant_id_taken");
        assertThat(owner.post("/merchant/register", shopJson("customer")).text("code"))
                .isEqualTo("merchant_id_taken");
    }

    @Test
    void hidesAMerchantFromEverybodyElse() {
        shop("quiet-shop");
        String id = paid("quiet-shop", "10.00");
        String history = "/api/transactions/history?user_id=quiet-shop";
        JsonNode takings = owner.get(history).json().path("data");
        assertThat(takings.path(0).path("transaction_id").asText()).isEqualTo(id);
        assertThat(stranger.get(history).status()).isEqualTo(403);
        assertThat(payer.get(history).status()).isEqualTo(403);
        assertThat(stranger.get("/merchant/{id}/summary", "quiet-shop").text("code"))
                .isEqualTo("merchant_not_found");
        assertThat(stranger.get("/merchant/settlements?merchant_id={id}", "quiet-shop")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/merchant/payout", """
                {"merchant_id":"quiet-shop"}""")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/merchant/settlements/close", """
                {"merchant_id":"quiet-shop"}""")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.post("/api/payment/{id}/refund", "{}", id).text("code"))
                .isEqualTo("transaction_not_found");
        assertThat(payer.post("/api/payment/{id}/refund", "{}", id).text("code"))
                .isEqualTo("forbidden");
        assertThat(owner.get("/api/payment/status/{id}", id).status()).isEqualTo(200);
        assertThat(admin.get("/merchant/{id}/summary", "quiet-shop").status()).isEqualTo(200);
        assertThat(stranger.post("/admin/bank", """
                {"behaviour":"PAYS"}""")
                        .status())
                .isEqualTo(403);
        assertThat(admin.get("/admin/bank").status()).isEqualTo(404);
    }

    @Test
    void givesBackInPartsAndNeverMoreThanWasPaid() {
        shop("part-shop");
        String id = paid("part-shop", "100.00");
        Client.Reply part = owner.with("Idempotency-Key", "cold-1")
                .post("/api/payment/{id}/refund", """
                        {"amount":30.00,"note":"cold"}""", id);
        assertThat(part.text("status")).as(part.raw()).isEqualTo("SUCCESS");
        assertThat(part.text("kind")).isEqualTo("REFUND");
        assertThat(part.text("original_transaction_id")).isEqualTo(id);
        Client.Reply again = owner.with("Idempotency-Key", "cold-1")
                .post("/api/payment/{id}/refund", """
                        {"amount":30.00,"note":"cold"}""", id);
        assertThat(again.raw()).isEqualTo(part.raw());
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(owner.with("Idempotency-Key", "cold-1")
                        .post("/api/payment/{id}/refund", """
                                {"amount":31.00}""", id)
                        .text("code"))
                .isEqualTo("idempotency_key_reused");
        Client.Reply tooMuch = owner.post("/api/payment/{id}/refund", """
                {"amount":70.01}""", id);
        assertThat(tooMuch.text("code")).isEqualTo("refund_exceeds_payment");
        assertThat(Client.raw(tooMuch, "remaining")).isEqualTo("70.00");
        assertThat(admin.post("/api/payment/{id}/refund", "{}", id).text("status"))
                .isEqualTo("SUCCESS");
        assertThat(owner.post("/api/payment/{id}/refund", "{}", id).text("code"))
                .isEqualTo("refund_exceeds_payment");
        assertThat(Client.raw(payer.get("/api/payment/status/{id}", id), "refunded"))
                .isEqualTo("100.00");
        assertThat(owner.post("/api/payment/{id}/refund", "{}", part.text("transaction_id"))
                        .text("code"))
                .isEqualTo("transaction_not_found");
        assertThat(admin.post("/api/payment/{id}/refund", "{}", part.text("transaction_id"))
                        .text("code"))
                .isEqualTo("not_refundable");
    }

    @Test
    void refundsAPaymentOnceHoweverManyAskAtOnce() {
        shop("race-shop");
        paid("race-shop", "500.00");
        String id = paid("race-shop", "100.00");
        List<CompletableFuture<Client.Reply>> asked = IntStream.range(0, 50)
                .mapToObj(any -> CompletableFuture.supplyAsync(() -> owner.post(
                        "/api/payment/{id}/refund", """
                                {"amount":60.00}""", id)))
                .toList();
        Map<String, Integer> answers = new TreeMap<>();
        for (CompletableFuture<Client.Reply> each : asked) {
            Client.Reply reply = each.join();
            answers.merge(reply.status() == 200 ? reply.text("status") : reply.text("code"), 1, Integer::sum);
        }
        assertThat(answers).isEqualTo(Map.of("SUCCESS", 1, "refund_exceeds_payment", 49));
        assertThat(summary("race-shop").path("balance").asText()).isEqualTo("540.0");
    }

    @Test
    void doesNotRefundWhatNoMerchantWasPaid() {
        Client.Reply reply =
                payer.post("/api/payment/initiate", """
                {"receiver_id":"stranger","amount":1.00}""");
        assertThat(admin.post("/api/payment/{id}/refund", "{}", reply.text("transaction_id"))
                        .text("code"))
                .isEqualTo("not_refundable");
    }

    @Test
    void settlesAndPaysOut() {
        shop("net-shop");
        paid("net-shop", "100.00");
        String second = paid("net-shop", "50.25");
        owner.post("/api/payment/{id}/refund", """
                {"amount":20.00}""", second);
        assertThat(owner.post("/merchant/payout", """
                {"merchant_id":"net-shop"}""")
                        .text("code"))
                .isEqualTo("insufficient_settled_funds");
        served.slices.advance(Duration.ofMillis(1));
        JsonNode closed = closeWindow("net-shop").path("data").get(1);
        // 2 percent of 130.25 is 2.605, half up 2.61; 18 percent of that is 0.4698, half up 0.47.
        assertThat(closed.path("batch_id").asText()).isEqualTo("net-shop-w000001");
        assertThat(closed.toString())
                .contains("\"gross\":150.25", "\"refunds\":20.0", "\"fee\":2.61", "\"tax\":0.47", "\"net\":127.17");
        served.slices.advance(Duration.ofSeconds(3));
        JsonNode payout = owner.get("/merchant/settlements?merchant_id={id}", "net-shop")
                .json()
                .path("payouts")
                .get(0);
        assertThat(payout.path("status").asText()).isEqualTo("SETTLING");
        assertThat(payout.path("amount").asText()).isEqualTo("127.17");
        String reference = payout.path("payout_id").asText();
        served.slices.advance(Duration.ofMinutes(5));
        assertThat(summary("net-shop").path("held").asText())
                .as("silence changes nothing")
                .isEqualTo("127.17");
        tell("net-shop", new ConfirmPayout(reference, new AccountId("net-shop"), "BANK-1"));
        JsonNode after =
                owner.get("/merchant/settlements?merchant_id={id}", "net-shop").json();
        assertThat(after.path("data").get(1).path("status").asText()).isEqualTo("SETTLED");
        assertThat(after.path("payouts").get(0).path("bank_reference").asText()).isEqualTo("BANK-1");
        assertThat(summary("net-shop").path("balance").asText()).isEqualTo("0.0");
    }

    @Test
    void keepsTheMoneyWhenTheBankRefusesAndPaysItOnRequest() {
        shop("late-shop");
        paid("late-shop", "40.00");
        served.slices.advance(Duration.ofMillis(1));
        closeWindow("late-shop");
        served.slices.advance(Duration.ofSeconds(3));
        tell("late-shop", new RefusePayout("P-late-shop-w000001", new AccountId("late-shop"), "account closed"));
        JsonNode failed =
                owner.get("/merchant/settlements?merchant_id={id}", "late-shop").json();
        assertThat(failed.path("data").get(1).path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("payouts").get(0).path("reason").asText()).isEqualTo("account closed");
        String order = """
                {"merchant_id":"late-shop","amount":39.00}""";
        Client once = owner.with("Idempotency-Key", "payout-1");
        Client.Reply first = once.post("/merchant/payout", order);
        assertThat(first.status()).as(first.raw()).isEqualTo(202);
        Client.Reply again = once.post("/merchant/payout", order);
        assertThat(again.text("payout_id")).isEqualTo(first.text("payout_id"));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(once.post("/merchant/payout", """
                {"merchant_id":"late-shop","amount":1.00}""")
                        .text("code"))
                .isEqualTo("idempotency_key_reused");
        Client.Reply tooMuch = owner.post("/merchant/payout", order);
        assertThat(tooMuch.text("code")).isEqualTo("insufficient_settled_funds");
        assertThat(Client.raw(tooMuch, "available")).isEqualTo("0.06");
    }

    private static JsonNode closeWindow(String shop) {
        Client.Reply reply =
                owner.post("/merchant/settlements/close", """
                {"merchant_id":"%s"}""".formatted(shop));
        assertThat(reply.status()).as(reply.raw()).isEqualTo(200);
        return reply.json();
    }

    @Test
    void showsItsHistoryToItsOwnerAlone() {
        shop("seen-shop");
        String id = paid("seen-shop", "12.00");
        Client.Reply history = owner.get("/api/transactions/history?user_id={user_id}", "seen-shop");
        assertThat(history.status()).as(history.raw()).isEqualTo(200);
        assertThat(history.json().at("/data/0/transaction_id").asText()).isEqualTo(id);
        assertThat(owner.get("/api/wallet/balance?user_id={user_id}", "seen-shop")
                        .text("user_id"))
                .isEqualTo("seen-shop");
        assertThat(owner.get("/api/reports/summary?user_id={user_id}", "seen-shop")
                        .text("code"))
                .isEqualTo("reports_unavailable");
        for (String path : List.of(
                "/api/transactions/history", "/api/wallet/balance", "/api/reports/summary", "/api/notifications")) {
            for (Client caller : List.of(payer, stranger)) {
                assertThat(caller.get(path + "?user_id={user_id}", "seen-shop").text("code"))
                        .isEqualTo("forbidden");
            }
            for (String foreign : List.of("customer", "nobody-at-all", "seen-shop@phonepay")) {
                assertThat(owner.get(path + "?user_id={user_id}", foreign).text("code"))
                        .isEqualTo("forbidden");
            }
        }
    }

    @Test
    void showsAQrCode() {
        shop("qr-shop");
        Client.Reply json = payer.get("/merchant/{id}/qr?format=json&amount=12.50&note=two%20chai", "qr-shop");
        assertThat(json.text("upi_uri"))
                .isEqualTo("upi://pay?pa=qr-shop@phonepay&pn=Chai%20Point&mode=02&am=12.50&cu=INR&tn=two%20chai");
        assertThat(json.json().path("dynamic").asBoolean()).isTrue();
        assertThat(payer.get("/merchant/{id}/qr", "qr-shop").raw()).startsWith("<svg");
        Client.Reply png = payer.get("/merchant/{id}/qr?format=png&size=200", "qr-shop");
        assertThat(png.header("Content-Type")).isEqualTo("image/png");
        assertThat(payer.get("/merchant/{id}/qr", "customer").status()).isEqualTo(404);
        assertThat(payer.get("/merchant/{id}/qr?format=gif", "qr-shop").text("code"))
                .isEqualTo("invalid_field");
    }
}
