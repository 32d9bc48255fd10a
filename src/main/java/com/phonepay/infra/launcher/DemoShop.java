package com.phonepay.infra.launcher;

import static com.phonepay.infra.launcher.DemoPayment.refused;
import static com.phonepay.infra.launcher.DemoPayment.rupees;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.phonepay.infra.launcher.ApiClient.Answer;
import com.phonepay.infra.process.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The demo merchant: its window is closed by hand, so that nobody has to wait for a cut-off to see a payout. */
final class DemoShop {
    private static final String ID = "chai-point";
    static final String VPA = ID + "@phonepay";
    static final BigDecimal PRICE = new BigDecimal("20.00");

    private static final Set<String> FINAL = Set.of("SETTLED", "FAILED");
    private static final Map<String, Object> SHOP = Map.of("merchant_id", ID);
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final ApiClient api;

    DemoShop(ApiClient api) {
        this.api = api;
    }

    /** Repeated it is the same registration. */
    void register(String ownerToken) throws IOException {
        var shop = Map.of("name", "Chai Point", "email", "chai@phonepay.example", "merchant_id", ID);
        var answer = api.post("/merchant/register", ApiClient.authorization(ownerToken), shop);
        if (!answer.isSuccess() && !answer.field("code").endsWith(DemoPayment.EXISTS)) {
            throw refused("The demo merchant was not registered", answer);
        }
    }

    /** Closes the open window, and waits a while for the bank. One sentence about what became of it. */
    String settle(String ownerToken) throws IOException {
        var closed = api.post("/merchant/settlements/close", ApiClient.authorization(ownerToken), SHOP);
        if (!closed.isSuccess()) {
            throw refused("The demo merchant's window was not closed", closed);
        }
        var window = first(closed, each -> !status(each).equals("OPEN"));
        var batch = window.path("batch_id").asText();
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!FINAL.contains(status(window)) && System.nanoTime() < limit && Await.pause()) {
            window = look(ownerToken, batch, window);
        }
        return describe(window);
    }

    private JsonNode look(String ownerToken, String batch, JsonNode before) {
        try {
            var windows = api.get("/merchant/settlements?merchant_id=" + ID, ownerToken);
            return first(windows, window -> window.path("batch_id").asText().equals(batch));
        } catch (IOException notNow) {
            return before;
        }
    }

    private static JsonNode first(Answer windows, Predicate<JsonNode> wanted) {
        for (var window : windows.body().path("data")) {
            if (wanted.test(window)) {
                return window;
            }
        }
        return MissingNode.getInstance();
    }

    private static String status(JsonNode window) {
        return window.path("status").asText("UNKNOWN");
    }

    private static String describe(JsonNode window) {
        return "%s %s, %s less %s fee and %s tax"
                .formatted(ID, status(window), amount(window, "gross"), amount(window, "fee"), amount(window, "tax"));
    }

    private static String amount(JsonNode window, String field) {
        return rupees(new BigDecimal(window.path(field).asText("0")));
    }
}
