package com.phonepay.jobs.live;

import com.phonepay.jobs.live.SystemApi.Answer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/** A person of the running system, as far as this program knows: the token, and what was spent. */
final class Inhabitant {
    /** The limits of a new account in the default profile, with some room. */
    static final int PAYMENTS_MAX = 18;

    private static final long SPENT_MAX = 450_000;
    private static final int CREATED = 201;
    private static final int OK = 200;
    /** Tokens live ten minutes. */
    private static final long RENEW_NANOS = 8L * 60 * 1_000_000_000;

    private final SystemApi api;
    private final String id;
    private final String password;
    private String token = "";
    private long signedInAt;
    private int payments;
    private long spent;

    Inhabitant(SystemApi api, String id, String password) {
        this.api = api;
        this.id = id;
        this.password = password;
    }

    String id() {
        return id;
    }

    String vpa() {
        return id + "@phonepay";
    }

    boolean mayPay() {
        return payments < PAYMENTS_MAX;
    }

    void enter(String name, long recharge) throws IOException, InterruptedException {
        Map<String, Object> who = Map.of("name", name, "email", email(), "user_id", id, "password", password);
        SystemApi.require(api.post("/auth/register", "", who, ""), "Registering " + id, CREATED);
        Answer recharged =
                api.post("/api/wallet/recharge", token(), Map.of("amount", rupees(recharge)), id + "-recharge");
        SystemApi.require(recharged, "Recharging " + id, OK);
    }

    /** Opens a shop, and returns where it is paid. */
    String open(String shop) throws IOException, InterruptedException {
        Map<String, Object> what = Map.of("name", shop, "email", shop + "@example.com", "merchant_id", shop);
        SystemApi.require(
                api.post("/merchant/register", token(), what, shop + "-open"), "Opening " + shop, CREATED, OK);
        return shop + "@phonepay";
    }

    /** As much of an amount as this person may still spend today. */
    long affordable(long paise) {
        long left = Math.max(0, SPENT_MAX - spent);
        long share = 2 * left / Math.max(1, PAYMENTS_MAX - payments);
        return Math.min(paise, Math.min(left, share));
    }

    Answer pay(String payee, long paise) throws IOException, InterruptedException {
        payments++;
        spent += paise;
        Map<String, Object> order = Map.of("receiver_id", payee, "amount", rupees(paise));
        return api.post("/api/payment/initiate", token(), order, id + "-payment-" + payments);
    }

    private String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - signedInAt > RENEW_NANOS) {
            signedInAt = System.nanoTime();
            Map<String, Object> words = Map.of("email", email(), "password", password);
            token = SystemApi.require(api.post("/auth/login", "", words, ""), "Signing in as " + id, OK)
                    .text("token");
        }
        return token;
    }

    private String email() {
        return id + "@example.com";
    }

    private static BigDecimal rupees(long paise) {
        return BigDecimal.valueOf(paise, 2);
    }
}
