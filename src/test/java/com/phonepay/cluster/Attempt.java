package com.phonepay.cluster;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.random.RandomGenerator;

/** One payment that a customer tries, and the last thing that was heard of it. */
final class Attempt {
    private static final String NOTHING = "nothing";

    final String key;
    final int payer;
    final int payee;
    final BigDecimal amount;
    private volatile String heard = NOTHING;
    private volatile String transactionId = "";

    private Attempt(String key, int payer, int payee, BigDecimal amount) {
        this.key = key;
        this.payer = payer;
        this.payee = payee;
        this.amount = amount;
    }

    static Attempt random(RandomGenerator random, String key) {
        int payer = random.nextInt(Customers.COUNT);
        int payee = (payer + 1 + random.nextInt(Customers.COUNT - 1)) % Customers.COUNT;
        return new Attempt(key, payer, payee, BigDecimal.valueOf(1 + random.nextInt(20_000), 2));
    }

    /** Sends it once. An error leaves what was heard before: it may or may not have been taken. */
    void send(Customers customers, Api api) {
        try {
            Api.Response response = api.pay(customers.token(payer), customers.id(payee), amount, key);
            if (response.status() == 200) {
                transactionId = response.text("transaction_id");
                heard = response.text("status");
            } else {
                unanswered(response.status() + " " + response.text("code") + response.text("status"));
            }
        } catch (UncheckedIOException e) {
            unanswered("no answer: " + e.getCause());
        }
    }

    /** Repeats it with the same key for as long as it is pending or unknown, as a customer's program does. */
    void sendUntilFinal(Customers customers, Api api) {
        if (!isFinal()) {
            Eventually.get(
                    () -> {
                        send(customers, api);
                        return this;
                    },
                    Attempt::isFinal);
        }
    }

    private void unanswered(String what) {
        if (heard.equals(NOTHING)) {
            heard = what;
        }
    }

    boolean isAcknowledged() {
        return heard.equals("SUCCESS");
    }

    boolean isFinal() {
        return isAcknowledged() || heard.equals("FAILED") || heard.equals("BLOCKED");
    }

    String heard() {
        return heard;
    }

    String transactionId() {
        return transactionId;
    }

    @Override
    public String toString() {
        return key + " " + amount + ": " + heard;
    }
}
