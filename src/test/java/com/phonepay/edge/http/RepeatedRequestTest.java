package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same key again: the same answer to the byte, or a refusal, and the money moves once. */
final class RepeatedRequestTest {
    private static final String PAY = "/api/payment/initiate";
    private static final String BODY = "{\"receiver_id\":\"ravi\",\"amount\":10}";
    private static Served served;
    private static int round;
    private Client asha = new Client(0);
    private String before = "";

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        served.client().register("asha");
        served.client().register("ravi");
        served.slices.advance(Duration.ofHours(25));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @BeforeEach
    void logIn() {
        round++;
        Client bearer = served.client().login("asha");
        asha = bearer.with("Idempotency-Key", "key-" + round);
        before = bearer.balance();
    }

    @Test
    void aRepeatGivesTheFirstAnswerToTheByte() {
        Reply first = asha.post(PAY, BODY);
        Reply repeat = asha.post(PAY, BODY);
        assertThat(repeat.raw()).isEqualTo(first.raw());
        assertThat(repeat.status()).isEqualTo(first.status());
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(repeat.header("Idempotency-Key")).isEqualTo("key-" + round);
        assertThat(fallenBy()).isEqualTo("10.00");
    }

    @Test
    void anotherSpellingOfTheSamePaymentIsTheSamePayment() {
        Reply first = asha.post(PAY, BODY);
        Reply repeat = asha.post(PAY, "{\"amount\":10.00,\"receiver_id\":\"ravi@phonepay\",\"sender_id\":\"asha\"}");
        assertThat(repeat.raw()).isEqualTo(first.raw());
        assertThat(fallenBy()).isEqualTo("10.00");
    }

    @Test
    void aKeyInQuotesIsTheSameKey() {
        Client bearer = served.client().login("asha");
        Reply bare = bearer.with("Idempotency-Key", "quoted").post(PAY, BODY);
        Reply quoted = bearer.with("Idempotency-Key", "\"quoted\"").post(PAY, BODY);
        assertThat(quoted.text("transaction_id")).isEqualTo(bare.text("transaction_id"));
    }

    @Test
    void refusesTheKeyWithAnotherBody() {
        asha.post(PAY, BODY);
        for (String other : new String[] {
            "{\"receiver_id\":\"ravi\",\"amount\":10.01}", "{\"receiver_id\":\"ravi\",\"amount\":10,\"note\":\"x\"}"
        }) {
            Reply refused = asha.post(PAY, other);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("code")).isEqualTo("idempotency_key_reused");
        }
        assertThat(fallenBy()).isEqualTo("10.00");
    }

    @Test
    void refusesTheKeyWithAnotherBodyAlsoAfterACrash() {
        Reply first = asha.post(PAY, BODY);
        for (int slice = 0; slice < Served.SLICES.count(); slice++) {
            served.slices.crash(new SliceAddress(SliceType.TRANSACTIONS, slice));
            served.slices.crash(new SliceAddress(SliceType.WALLETS, slice));
        }
        assertThat(asha.post(PAY, "{\"receiver_id\":\"ravi\",\"amount\":11}").text("code"))
                .isEqualTo("idempotency_key_reused");
        assertThat(asha.post(PAY, BODY).raw()).isEqualTo(first.raw());
        assertThat(fallenBy()).isEqualTo("10.00");
    }

    @Test
    void aFailedKeyStaysFailed() {
        Reply first = asha.post(PAY, "{\"receiver_id\":\"ravi\",\"amount\":4999}");
        assertThat(first.text("status")).isEqualTo("FAILED");
        served.client().login("asha").post("/api/wallet/recharge", "{\"amount\":4999}");
        Reply repeat = asha.post(PAY, "{\"receiver_id\":\"ravi\",\"amount\":4999}");
        assertThat(repeat.raw()).isEqualTo(first.raw());
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void makesAKeyWhereTheCallerHasNoneAndTellsIt() {
        Client bearer = served.client().login("asha");
        Reply first = bearer.post(PAY, BODY);
        Reply second = bearer.post(PAY, BODY);
        assertThat(first.header("Idempotency-Key")).isNotEmpty();
        assertThat(second.text("transaction_id")).isNotEqualTo(first.text("transaction_id"));
        Reply repeat =
                bearer.with("Idempotency-Key", first.header("Idempotency-Key")).post(PAY, BODY);
        assertThat(repeat.raw()).isEqualTo(first.raw());
    }

    @Test
    void aKeyBelongsToOnePayerAndOneOperation() {
        Reply payment = asha.post(PAY, BODY);
        Reply recharge = asha.post("/api/wallet/recharge", "{\"amount\":10}");
        assertThat(recharge.status()).isEqualTo(200);
        Reply other = served.client()
                .login("ravi")
                .with("Idempotency-Key", "key-" + round)
                .post(PAY, "{\"receiver_id\":\"asha\",\"amount\":10}");
        assertThat(other.text("transaction_id")).isNotEqualTo(payment.text("transaction_id"));
    }

    @Test
    void aRepeatedRechargeIsOneRecharge() {
        Reply first = asha.post("/api/wallet/recharge", "{\"amount\":25}");
        Reply repeat = asha.post("/api/wallet/recharge", "{\"amount\":25.00}");
        assertThat(repeat.raw()).isEqualTo(first.raw());
        assertThat(repeat.header("Idempotent-Replayed")).isEqualTo("true");
        Reply refused = asha.post("/api/wallet/recharge", "{\"amount\":26}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fallenBy()).isEqualTo("-25.00");
    }

    private String fallenBy() {
        var now = new BigDecimal(served.client().login("asha").balance());
        return new BigDecimal(before).subtract(now).toPlainString();
    }
}
