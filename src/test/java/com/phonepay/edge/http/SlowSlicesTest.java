package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.testing.LocalSlices;
import com.phonepay.testing.ScriptedSlices;
import com.phonepay.transaction.Initiate;
import com.phonepay.transaction.QueryTransaction;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import com.phonepay.wallet.QueryBalance;
import com.phonepay.wallet.Recharge;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers are told while slices are slow, moving or full. */
final class SlowSlicesTest {
    private static final String PAY = "/api/payment/initiate";
    private static final String BODY = "{\"receiver_id\":\"ravi\",\"amount\":10}";
    private static LocalSlices machines;
    private static ScriptedSlices network;
    private static Served served;
    private Client asha = new Client(0);

    @BeforeAll
    static void start() {
        machines = Served.machines();
        network = new ScriptedSlices(machines);
        served = Served.over(machines, network, "");
        served.client().register("asha");
        served.client().register("ravi");
        machines.advance(Duration.ofHours(25));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void logIn() {
        asha = served.client().login("asha");
    }

    @AfterEach
    void heal() {
        network.heal();
    }

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameIdAndIsNoReplay() throws Exception {
        network.loseAnswersTo(Initiate.class);
        int before = network.asked(Initiate.class).size();
        var paying = CompletableFuture.supplyAsync(() -> asha.post(PAY, BODY));
        awaitAsked(before + 1);
        network.heal();
        Reply paid = paying.get(20, TimeUnit.SECONDS);
        List<Initiate> sent = network.asked(Initiate.class)
                .subList(before, network.asked(Initiate.class).size());
        assertThat(paid.text("status")).isEqualTo("SUCCESS");
        assertThat(paid.header("Idempotent-Replayed")).isEmpty();
        assertThat(sent).hasSizeGreaterThanOrEqualTo(2);
        assertThat(sent.stream().map(Initiate::terms).distinct()).hasSize(1);
        assertThat(sent.get(1).attempt()).isEqualTo(2);
        assertThat(sent.get(0).expiresAt()).isEqualTo(machines.now() + 10_000);
    }

    @Test
    void aKnownButUndecidedPaymentIsPending() {
        Reply paid = asha.post(PAY, BODY);
        TransactionView view = view(paid);
        network.answer(QueryTransaction.class, pending(view));
        network.loseAnswersTo(Initiate.class);
        Reply pending = asha.post(PAY, BODY);
        assertThat(pending.status()).isEqualTo(202);
        assertThat(pending.text("status")).isEqualTo("PENDING");
        String id = pending.text("transaction_id");
        assertThat(pending.header("Location")).isEqualTo("/api/payment/status/" + id);
        assertThat(pending.header("Retry-After")).isEqualTo("2");
        assertThat(pending.header("Idempotency-Key")).isNotEmpty();
        assertThat(Instant.parse(pending.text("next_check_at")))
                .isBeforeOrEqualTo(Instant.parse(pending.text("resolve_by")));
    }

    @Test
    void whatNobodyKnowsIsUnknownAndMayBeRepeated() {
        network.loseAnswersTo(Initiate.class);
        network.loseAnswersTo(QueryTransaction.class);
        String before = asha.balance();
        Reply unknown = asha.post(PAY, BODY);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.text("code")).isEqualTo("outcome_unknown");
        assertThat(unknown.json().path("retryable").asBoolean()).isTrue();
        assertThat(unknown.header("Retry-After")).isEqualTo("1");
        network.heal();
        Reply repeat =
                asha.with("Idempotency-Key", unknown.header("Idempotency-Key")).post(PAY, BODY);
        assertThat(repeat.text("status")).isEqualTo("SUCCESS");
        assertThat(asha.balance())
                .isEqualTo(new BigDecimal(before).subtract(BigDecimal.TEN).toString());
    }

    @Test
    void whatWasDecidedMeanwhileIsToldAtTheLastLook() {
        network.loseAnswersTo(Initiate.class);
        Reply paid = asha.post(PAY, BODY);
        assertThat(paid.status()).isEqualTo(200);
        assertThat(paid.text("status")).isEqualTo("SUCCESS");
    }

    @Test
    void anExpiredRequestIsNotBegunAndSaysSo() {
        network.answer(Initiate.class, Rejection.of("request_expired", Rejection.Kind.INVALID, "Nothing was started."));
        Reply expired = asha.post(PAY, BODY);
        assertThat(expired.text("code")).isEqualTo("outcome_unknown");
    }

    @Test
    void aFullSliceIsToldAtOnce() {
        network.answer(Initiate.class, Rejection.of("overloaded", Rejection.Kind.UNAVAILABLE, "Full."));
        long before = System.nanoTime();
        Reply full = asha.post(PAY, BODY);
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.text("code")).isEqualTo("overloaded");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void anUnansweredRechargeIsUnknownAndAnUnansweredReadIsUnavailable() {
        network.loseAnswersTo(Recharge.class);
        Reply recharge = asha.post("/api/wallet/recharge", "{\"amount\":5}");
        assertThat(recharge.text("code")).isEqualTo("outcome_unknown");
        network.loseAnswersTo(QueryBalance.class);
        Reply balance = asha.get("/api/wallet/balance");
        assertThat(balance.status()).isEqualTo(503);
        assertThat(balance.text("code")).isEqualTo("unavailable");
    }

    private static TransactionView view(Reply paid) {
        var id = new TransactionId(paid.text("transaction_id"));
        return served.ports.payments().find(id).toCompletableFuture().join().fold(found -> found, refused -> {
            throw new AssertionError(refused);
        });
    }

    private static TransactionView pending(TransactionView view) {
        return new TransactionView(
                view.terms(),
                TransactionStatus.PENDING,
                null,
                null,
                null,
                view.initiatedAt(),
                0,
                machines.now() + 20_000);
    }

    private static void awaitAsked(int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (network.asked(Initiate.class).size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(network.asked(Initiate.class)).hasSizeGreaterThanOrEqualTo(count);
    }
}
