package com.phonepay.infra.launcher;

import com.phonepay.infra.launcher.ApiClient.Answer;
import com.phonepay.infra.process.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Registers the demo accounts and makes one payment between them, all through the public API. */
final class DemoPayment {

    private static final BigDecimal AMOUNT = new BigDecimal("100.00");
    private static final BigDecimal TOP_UP = new BigDecimal("1000.00");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How the codes end with which the API says that an account is there already. */
    static final String EXISTS = "_taken";

    private static final Set<String> FINAL = Set.of("SUCCESS", "FAILED", "BLOCKED");

    private final ApiClient api;
    private final String bootstrapToken;
    private final Map<String, String> tokens = new HashMap<>();
    private String transactionId = "";

    DemoPayment(ApiClient api, String bootstrapToken) {
        this.api = api;
        this.bootstrapToken = bootstrapToken;
    }

    /** Registers those that do not exist yet, and tells how many those were. */
    int register(List<DemoAccount> accounts) throws IOException {
        int fresh = 0;
        for (var account : accounts) {
            var headers = account.role().equals(DemoAccount.ADMIN)
                    ? Map.of("X-Bootstrap-Token", bootstrapToken)
                    : Map.<String, String>of();
            var answer = api.post("/auth/register", headers, registration(account));
            if (!answer.isSuccess() && !answer.field("code").endsWith(EXISTS)) {
                throw refused("The account " + account.userId() + " was not registered", answer);
            }
            fresh += answer.isSuccess() ? 1 : 0;
            if (account.role().equals(DemoAccount.MERCHANT)) {
                new DemoShop(api).register(logIn(account));
            }
        }
        return fresh;
    }

    /** Pays 100.00 from one account to the other and describes what became of it, in one sentence. */
    String pay(DemoAccount payer, DemoAccount payee) throws IOException {
        var payerToken = logIn(payer);
        var payeeToken = logIn(payee);
        topUp(payer, payerToken);
        long began = System.nanoTime();
        var payment = initiate(payer, payee.userId(), AMOUNT, payerToken);
        transactionId = payment.field("transaction_id");
        long millis = (System.nanoTime() - began) / 1_000_000;
        return describe(payer, payee, payment, millis)
                + " " + payer.userId() + " now has " + rupees(balance(payer, payerToken))
                + ", " + payee.userId() + " " + rupees(balance(payee, payeeToken)) + ".";
    }

    /** Buys something at the shop and has it settled; tells what the shop was paid out. */
    String settle(DemoAccount payer, DemoAccount owner) throws IOException {
        var sold = initiate(payer, DemoShop.VPA, DemoShop.PRICE, logIn(payer));
        if (!sold.field("status").equals("SUCCESS")) {
            return "the sale at the shop was declined: " + sold.field("reason");
        }
        return new DemoShop(api).settle(logIn(owner));
    }

    /** Of the last payment; empty before the first. */
    String transactionId() {
        return transactionId;
    }

    /** Once each: a login costs a hash of the password, on purpose a slow one. */
    private String logIn(DemoAccount account) throws IOException {
        var known = tokens.get(account.userId());
        if (known != null) {
            return known;
        }
        var answer =
                api.post("/auth/login", Map.of(), Map.of("email", account.email(), "password", account.password()));
        if (!answer.isSuccess()) {
            throw refused(account.userId() + " could not log in", answer);
        }
        var token = answer.field("token");
        tokens.put(account.userId(), token);
        return token;
    }

    private void topUp(DemoAccount payer, String token) throws IOException {
        if (balance(payer, token).compareTo(AMOUNT.add(DemoShop.PRICE)) < 0) {
            var body = Map.of("user_id", payer.userId(), "amount", TOP_UP);
            var headers = Map.of("Authorization", "Bearer " + token, "Idempotency-Key", newKey());
            var answer = api.post("/api/wallet/recharge", headers, body);
            if (!answer.isSuccess()) {
                throw refused(payer.userId() + "'s wallet could not be recharged", answer);
            }
        }
    }

    private Answer initiate(DemoAccount payer, String receiver, BigDecimal amount, String token) throws IOException {
        var headers = Map.of("Authorization", "Bearer " + token, "Idempotency-Key", newKey());
        var body = Map.of("sender_id", payer.userId(), "receiver_id", receiver, "amount", amount);
        var answer = api.post("/api/payment/initiate", headers, body);
        var id = answer.field("transaction_id");
        if (FINAL.contains(answer.field("status"))) {
            return answer;
        }
        if (id.isEmpty()) {
            throw refused("The payment was not accepted", answer);
        }
        return awaitFinal("/api/payment/status/" + id, token);
    }

    private Answer awaitFinal(String path, String token) throws IOException {
        var answer = api.get(path, token);
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (!FINAL.contains(answer.field("status"))) {
            if (System.nanoTime() > limit || !Await.pause()) {
                throw refused("The payment was not final after " + PATIENCE.toSeconds() + " s", answer);
            }
            answer = api.get(path, token);
        }
        return answer;
    }

    private BigDecimal balance(DemoAccount account, String token) throws IOException {
        var answer = api.get("/api/wallet/balance?user_id=" + account.userId(), token);
        if (!answer.isSuccess() || !answer.body().has("balance")) {
            throw refused(account.userId() + "'s balance could not be read", answer);
        }
        return new BigDecimal(answer.field("balance"));
    }

    private static String describe(DemoAccount payer, DemoAccount payee, Answer payment, long millis) {
        var route = rupees(AMOUNT) + " from " + payer.userId() + " to " + payee.userId();
        return payment.field("status").equals("SUCCESS")
                ? route + " paid in " + millis + " ms (payment " + payment.field("transaction_id") + ")."
                : route + " was declined: " + payment.field("reason") + ".";
    }

    private static Map<String, String> registration(DemoAccount account) {
        return Map.of(
                "name",
                        account.userId().substring(0, 1).toUpperCase(Locale.ROOT)
                                + account.userId().substring(1),
                "email", account.email(),
                "user_id", account.userId(),
                "password", account.password());
    }

    static String rupees(BigDecimal amount) {
        return String.format(Locale.ROOT, "₹%,.2f", amount);
    }

    private static String newKey() {
        return "demo-" + UUID.randomUUID();
    }

    static Failure refused(String what, Answer answer) {
        return new Failure(
                what + ": answer " + answer.status() + " " + answer.body(),
                "./phonepay logs node-1 shows why; ./phonepay status shows the nodes.");
    }
}
