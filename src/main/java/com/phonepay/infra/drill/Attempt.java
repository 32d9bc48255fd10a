package com.phonepay.infra.drill;

import java.math.BigDecimal;
import java.util.Set;

/** One payment as its payer sees it: asked under one key, again and again, until there is a final answer. */
public final class Attempt {
    private static final Set<String> FINAL = Set.of("SUCCESS", "FAILED", "BLOCKED");

    final String key;
    final int payer;
    final int payee;
    final BigDecimal amount;
    final long sentAt = System.nanoTime();
    private int asked;
    private int unanswered;
    private volatile long finalAt;
    private volatile String status = "";
    private volatile String body = "";
    private volatile String transactionId = "";
    private volatile String refusal = "";
    private volatile String contradiction = "";

    Attempt(String key, int payer, int payee, BigDecimal amount) {
        this.key = key;
        this.payer = payer;
        this.payee = payee;
        this.amount = amount;
    }

    /** Takes an answer. True where nothing more is to be asked. */
    synchronized boolean hear(Teller.Answer answer) {
        asked++;
        if (answer.status() == 200 && FINAL.contains(answer.text("status"))) {
            if (finalAt == 0) {
                finalAt = System.nanoTime();
                status = answer.text("status");
                transactionId = answer.text("transaction_id");
                body = answer.raw();
            } else if (!body.equals(answer.raw())) {
                contradiction = "first " + body + ", later " + answer.raw();
            }
            return true;
        }
        if (answer.status() >= 400 && answer.status() < 500 && answer.status() != 401 && answer.status() != 429) {
            refusal = answer.status() + " " + answer.text("code");
            return true;
        }
        unanswered++;
        return false;
    }

    public boolean isFinal() {
        return finalAt != 0;
    }

    public boolean isAcknowledged() {
        return status.equals("SUCCESS");
    }

    /** True where at least one time it was asked nothing final came back. */
    public boolean wasUnanswered() {
        return unanswered > 0;
    }

    public String status() {
        return status;
    }

    public String transactionId() {
        return transactionId;
    }

    /** Why it was not accepted at all; empty where it was. */
    public String refusal() {
        return refusal;
    }

    /** Two different final answers; empty where there was one. */
    public String contradiction() {
        return contradiction;
    }

    public long finalAt() {
        return finalAt;
    }

    public long sentAt() {
        return sentAt;
    }

    public String key() {
        return key;
    }

    public int payer() {
        return payer;
    }

    public int payee() {
        return payee;
    }

    public BigDecimal amount() {
        return amount;
    }

    int asked() {
        return asked;
    }
}
