package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.kernel.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonBodyTest {
    private static final Money MAX = Money.ofRupees(100_000_000);
    private static final String LETTERS = "{}[]\":,.-+eE0123456789 \\ua\u0000\nntrfNI\u00e9\ud83d\ude00";

    @ParameterizedTest
    @CsvSource({"1,100", "0.01,1", "0.1,10", "1.0,100", "99.99,9999", "100000000,10000000000", "0100.00e,0"})
    void readsAnAmountExactly(String digits, long paise) {
        if (paise == 0) {
            assertThatThrownBy(() -> amount(digits)).isInstanceOf(RefusedException.class);
        } else {
            assertThat(amount(digits)).isEqualTo(Money.ofPaise(paise));
        }
    }

    /** What is read and what is written are the same money, for any amount there can be. */
    @Test
    void readsEveryAmountThatItWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            Money money = Money.ofPaise(1 + (long) (random.nextDouble() * random.nextDouble() * (MAX.paise() - 1)));
            assertThat(amount(money.toRupees())).isEqualTo(money);
        }
    }

    /** Whatever is sent, an amount is either read exactly or refused by name. */
    @Test
    void neverReadsAnAmountThatWasNotSent() {
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            String digits = random(random, "0123456789.-+eE", 1 + random.nextInt(12));
            try {
                Money money = amount(digits);
                assertThat(new BigDecimal(money.toRupees())).isEqualByComparingTo(digits);
                assertThat(digits).doesNotContain("e", "E");
                read++;
            } catch (RefusedException e) {
                assertThat(e.problem().code().status()).isEqualTo(400);
            }
        }
        assertThat(read).isGreaterThan(100);
    }

    /** Whatever bytes arrive, they are an object or they are refused; nothing else is thrown. */
    @Test
    void readsOrRefusesAnyBytes() {
        Random random = new Random(13);
        for (int i = 0; i < 50_000; i++) {
            String text = "{\"amount\":" + random(random, LETTERS, random.nextInt(20));
            byte[] bytes = text.getBytes(i % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            try {
                assertThat(JsonBody.parse(bytes).find("amount")).isPresent();
            } catch (RefusedException e) {
                assertThat(e.problem().code()).isIn(ErrorCode.MALFORMED_JSON, ErrorCode.DUPLICATE_FIELD);
            }
        }
    }

    @Test
    void refusesWhatIsNestedTooDeeplyOrHasTooManyDigits() {
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        assertThatThrownBy(() -> JsonBody.parse(utf8(deep))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> amount("9".repeat(5_000))).isInstanceOf(RefusedException.class);
    }

    @Test
    void writesTextThatIsReadBackTheSame() {
        Random random = new Random(17);
        for (int i = 0; i < 5_000; i++) {
            String text = random(random, LETTERS, random.nextInt(20))
                    .replace("\ud83d", "")
                    .replace("\ude00", "");
            JsonBody body = JsonBody.parse(utf8(new JsonObject().text("t", text).toString()));
            assertThat(body.find("t").map(JsonBody.Value::raw)).contains(text);
        }
    }

    private static Money amount(String digits) {
        return Fields.amount(JsonBody.parse(utf8("{\"amount\":" + digits + "}")), "amount", MAX);
    }

    private static String random(Random random, String letters, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
