package com.phonepay.jobs.history;

import com.phonepay.jobs.lake.Topic;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Moves the money, exactly, and lets every movement be written as the events that the real system would commit. */
final class Books {
    private static final long BONUS = 100_000;
    private static final int FEE_BASIS_POINTS = 30;
    private static final int TAX_PERCENT = 18;
    private static final Utf8 CLEARING = new Utf8("clearing");
    private static final Utf8 FUNDING = new Utf8("bank_funding");

    private final Events events;
    private final Random random;
    private long local;
    private long utr;

    Books(Events events, Random random) {
        this.events = events;
        this.random = random;
    }

    void welcome(Person user, long at) throws IOException {
        Utf8 promotion = new Utf8("promotion");
        user.book(BONUS);
        events.entry(user, localId(), "BONUS", BONUS, promotion, promotion, at);
    }

    void recharge(Person user, long paise, long at) throws IOException {
        user.book(paise);
        events.entry(user, localId(), "RECHARGE", paise, FUNDING, FUNDING, at);
    }

    /** Pays, and returns the payment if it succeeded, or null. */
    @Nullable
    Paid pay(Person payer, Person payee, long paise, long at, boolean isRush) throws IOException {
        Utf8 id = transactionId(payer.slice());
        Screen.Said said = Screen.of(paise, random);
        events.screening(id, payer, payee, paise, said, at + 2);
        Events.Outcome outcome = new Events.Outcome(id, payer, payee, paise, said, at, at + latency(isRush));
        if (said.blocks()) {
            events.payment(Topic.PAYMENT_FAILED, outcome, "BLOCKED", "fraud", null, null);
            return null;
        }
        if (payer.balance() < paise) {
            events.payment(Topic.PAYMENT_FAILED, outcome, "FAILED", "insufficient_balance", null, null);
            return null;
        }
        move(id, "PAYMENT", payer, payee, paise, outcome.endedAt());
        if (payee.isMerchant()) {
            payee.windowGross += paise;
            payee.windowPayments++;
        }
        events.payment(Topic.PAYMENT_COMPLETED, outcome, "SUCCESS", null, utr(), null);
        return new Paid(id, payer, payee, paise, outcome.endedAt());
    }

    /** In full, if the merchant's window still has the money. */
    void refund(Paid paid, long at) throws IOException {
        Person merchant = paid.payee();
        Utf8 id = transactionId(paid.payer().slice());
        var none = new Screen.Said(0, List.of());
        var outcome = new Events.Outcome(id, merchant, paid.payer(), paid.paise(), none, at, at + latency(false));
        if (merchant.balance() < paid.paise() || merchant.windowGross - merchant.windowRefunds < paid.paise()) {
            events.payment(Topic.PAYMENT_FAILED, outcome, "FAILED", "insufficient_balance", null, paid.transaction());
            return;
        }
        move(id, "REFUND", merchant, paid.payer(), paid.paise(), outcome.endedAt());
        merchant.windowRefunds += paid.paise();
        events.payment(Topic.PAYMENT_COMPLETED, outcome, "SUCCESS", null, utr(), paid.transaction());
    }

    /** Closes the merchant's window of the day and pays it out. */
    void settle(Person merchant, LocalDate day, long midnight) throws IOException {
        if (merchant.windowPayments == 0) {
            return;
        }
        long base = merchant.windowGross - merchant.windowRefunds;
        long fee = (base * FEE_BASIS_POINTS + 5_000) / 10_000;
        long tax = (fee * TAX_PERCENT + 50) / 100;
        Events.Batch batch = new Events.Batch(
                merchant, new Utf8(merchant.id() + "-" + day), base - fee - tax, fee, tax, midnight + 24 * 3_600_000L);
        events.batch(batch, "CLOSED");
        charge(merchant, "FEE", "fees", fee, batch.closedAt() - 1);
        charge(merchant, "TAX", "tax", tax, batch.closedAt() - 1);
        charge(merchant, "PAYOUT", "payout", batch.net(), batch.closedAt() - 1);
        events.batch(batch, "SETTLED");
        merchant.windowGross = 0;
        merchant.windowRefunds = 0;
        merchant.windowPayments = 0;
    }

    private void charge(Person merchant, String kind, String system, long paise, long at) throws IOException {
        if (paise > 0) {
            Utf8 account = new Utf8(system);
            merchant.book(-paise);
            events.entry(merchant, localId(), kind, -paise, account, account, at);
        }
    }

    private void move(Utf8 id, String kind, Person payer, Person payee, long paise, long at) throws IOException {
        payer.book(-paise);
        events.entry(payer, id, kind, -paise, payee.id(), CLEARING, at);
        payee.book(paise);
        events.entry(payee, id, kind, paise, payer.id(), CLEARING, at);
    }

    private long latency(boolean isRush) {
        double millis = (isRush ? 70 : 40) * StrictMath.exp(0.45 * random.nextGaussian());
        boolean stalls = random.nextInt(1_000) < 3;
        return (long) millis + (stalls ? 800 + random.nextInt(4_000) : 0);
    }

    private Utf8 localId() {
        return new Utf8(String.format("L%012d", ++local));
    }

    private Utf8 utr() {
        return new Utf8(String.format("%012d", ++utr));
    }

    private Utf8 transactionId(int slice) {
        StringBuilder id = new StringBuilder(37).append('T').append("000").append(slice);
        for (int i = 0; i < 4; i++) {
            String digits = Integer.toHexString(random.nextInt());
            id.append("0".repeat(8 - digits.length())).append(digits);
        }
        return new Utf8(id.toString());
    }
}
