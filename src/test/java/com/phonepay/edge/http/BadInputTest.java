package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of bad input: refused by name, and nothing changed. */
final class BadInputTest {
    private static final String PAY = "/api/payment/initiate";
    private static Served served;
    private static Client asha;
    private static Client ravi;

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        served.client().register("asha");
        served.client().register("ravi");
        served.slices.advance(Duration.ofHours(25));
        asha = served.client().login("asha");
        ravi = served.client().login("ravi");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest(name = "{0} {1} is {2} {3}")
    @CsvSource({
        "GET,    /nowhere,                         404, not_found",
        "GET,    /,                                404, not_found",
        "GET,    /api/wallet/balance/,             404, not_found",
        "GET,    /api//wallet/balance,             404, not_found",
        "GET,    /admin/no-such-drill,             404, not_found",
        "GET,    /admin/kill-coordinator,          405, method_not_allowed",
        "DELETE, /api/wallet/balance,              405, method_not_allowed",
        "PUT,    /api/payment/initiate,            405, method_not_allowed",
        "GET,    /api/payment/initiate,            405, method_not_allowed",
        "POST,   /health/live,                     405, method_not_allowed",
        "OPTIONS,/auth/login,                      405, method_not_allowed",
        "GET,    /api/wallet/balance?user_id=%25zz, 403, forbidden",
        "GET,    /api/wallet/balance?limit=3,      400, unknown_parameter",
        "GET,    /api/wallet/balance?user_id=asha&user_id=ravi, 400, malformed_request",
        "GET,    /api/payment/status/7,            404, transaction_not_found",
        "GET,    /api/payment/status/Tffff00000000000000000000000000000000, 404, transaction_not_found",
        "GET,    /api/payment/status/T000000000000000000000000000000000000, 404, transaction_not_found",
        "GET,    /api/resolve,                     400, missing_field",
        "GET,    /api/resolve?alias=a,             400, invalid_field",
        "GET,    /errors/no_such_code,             404, error_code_not_found"
    })
    void refusesAStrangeAddress(String method, String path, int status, String code) {
        int before = served.rows();
        Reply reply = asha.stray(method, path, method.equals("PUT") || method.equals("POST") ? "{}" : null);
        assertThat(reply.text("code")).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(served.rows()).isEqualTo(before);
    }

    @Test
    void namesTheMethodsThatAnAddressTakes() {
        assertThat(asha.stray("DELETE", PAY, null).header("Allow")).isEqualTo("POST");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                                | malformed_json",
                "not json                                         | malformed_json",
                "[]                                               | malformed_json",
                "\"text\"                                         | malformed_json",
                "{'receiver_id':'ravi','amount':1}                | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":1}}         | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":1} {}       | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":1,}         | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":NaN}        | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":Infinity}   | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":01}         | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":+1}         | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":.5}         | malformed_json",
                "{\"receiver_id\":\"ravi\",\"amount\":1,\"amount\":2} | duplicate_field",
                "{\"receiver_id\":\"ravi\",\"amount\":1,\"status\":\"SUCCESS\"} | unknown_field",
                "{\"receiver_id\":\"ravi\",\"amount\":1,\"role\":\"admin\"} | unknown_field",
                "{\"receiver_id\":\"ravi\",\"amount\":1,\"balance\":9}  | unknown_field",
                "{\"receiver_id\":\"ravi\"}                       | missing_field",
                "{\"amount\":1}                                   | missing_field",
                "{}                                               | missing_field",
                "{\"receiver_id\":\"ravi\",\"amount\":0}          | amount_not_positive",
                "{\"receiver_id\":\"ravi\",\"amount\":0.00}       | amount_not_positive",
                "{\"receiver_id\":\"ravi\",\"amount\":-0}         | amount_not_positive",
                "{\"receiver_id\":\"ravi\",\"amount\":-1}         | amount_not_positive",
                "{\"receiver_id\":\"ravi\",\"amount\":-0.001}     | amount_not_positive",
                "{\"receiver_id\":\"ravi\",\"amount\":1e2}        | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":1E-2}       | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":1.0e400}    | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":1.001}      | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":1.000}      | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":\"1\"}      | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":\"NaN\"}    | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":null}       | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":true}       | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":[1]}        | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":{\"a\":1}}  | invalid_amount",
                "{\"receiver_id\":\"ravi\",\"amount\":100000.01}  | amount_over_limit",
                "{\"receiver_id\":\"ravi\",\"amount\":100000000.01}          | amount_out_of_range",
                "{\"receiver_id\":\"ravi\",\"amount\":92233720368547758.08}  | amount_out_of_range",
                "{\"receiver_id\":\"ravi\",\"amount\":184467440737095517.16} | amount_out_of_range",
                "{\"receiver_id\":\"ravi\",\"amount\":99999999999999999999999999999999} | amount_out_of_range",
                "{\"receiver_id\":\"asha\",\"amount\":1}          | self_payment",
                "{\"receiver_id\":\"ASHA\",\"amount\":1}          | self_payment",
                "{\"receiver_id\":\"asha@example.com\",\"amount\":1}  | self_payment",
                "{\"receiver_id\":\"Asha@PhonePay\",\"amount\":1} | self_payment",
                "{\"receiver_id\":7,\"amount\":1}                 | invalid_field",
                "{\"receiver_id\":\"no/body\",\"amount\":1}       | invalid_field",
                "{\"receiver_id\":\"a\\u0000b\",\"amount\":1}     | invalid_field",
                "{\"receiver_id\":\"\\ud800abc\",\"amount\":1}    | invalid_field",
                "{\"receiver_id\":\"ravi\",\"amount\":1,\"note\":5}  | invalid_field",
                "{\"receiver_id\":\"ravi\",\"amount\":1,\"note\":\"a\\nb\"} | invalid_field"
            })
    void refusesABadBody(String body, String code) {
        refusedAndNothingChanged(asha, PAY, body, 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "nobody@example.com", "nobody@phonepay", "ravi@otherbank"})
    void refusesAReceiverWhomNobodyKnows(String receiver) {
        String body = "{\"receiver_id\":\"" + receiver + "\",\"amount\":1}";
        refusedAndNothingChanged(asha, PAY, body, 404, "receiver_not_found");
    }

    @Test
    void refusesToPayFromAForeignAccount() {
        String body = "{\"sender_id\":\"ravi\",\"receiver_id\":\"asha\",\"amount\":1}";
        refusedAndNothingChanged(asha, PAY, body, 403, "sender_not_you");
        refusedAndNothingChanged(asha, "/api/wallet/recharge", "{\"user_id\":\"ravi\",\"amount\":1}", 403, "forbidden");
    }

    @Test
    void refusesANoteThatIsTooLong() {
        String body = "{\"receiver_id\":\"ravi\",\"amount\":1,\"note\":\"" + "x".repeat(141) + "\"}";
        refusedAndNothingChanged(asha, PAY, body, 400, "invalid_field");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        String body = "{\"receiver_id\":\"ravi\",\"amount\":1,\"note\":\"" + "x".repeat(70_000) + "\"}";
        refusedAndNothingChanged(asha, PAY, body, 413, "body_too_large");
        String huge = "x".repeat(5_000_000);
        refusedAndNothingChanged(asha, PAY, huge, 413, "body_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "application/jsonx"})
    void refusesAnotherMediaType(String type) {
        int before = served.rows();
        Reply reply = asha.with("Content-Type", type).stray("POST", PAY, "{\"receiver_id\":\"ravi\",\"amount\":1}");
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.text("code")).isEqualTo("unsupported_media_type");
        assertThat(served.rows()).isEqualTo(before);
    }

    @Test
    void refusesACompressedBody() {
        Reply reply = asha.with("Content-Encoding", "gzip").post(PAY, "{\"receiver_id\":\"ravi\",\"amount\":1}");
        assertThat(reply.text("code")).isEqualTo("unsupported_media_type");
    }

    @Test
    void refusesToAnswerInAnotherMediaType() {
        Reply reply = asha.with("Accept", "text/html").stray("GET", "/api/wallet/balance", null);
        assertThat(reply.status()).isEqualTo(406);
        assertThat(asha.with("Accept", "text/html, application/*;q=0.1")
                        .get("/api/wallet/balance")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "a\"b"})
    void refusesABadKey(String key) {
        int before = served.rows();
        Reply reply = asha.with("Idempotency-Key", key).post(PAY, "{\"receiver_id\":\"ravi\",\"amount\":1}");
        assertThat(reply.text("code")).isEqualTo("invalid_idempotency_key");
        assertThat(served.rows()).isEqualTo(before);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        Reply reply =
                asha.with("Idempotency-Key", "k".repeat(256)).post(PAY, "{\"receiver_id\":\"ravi\",\"amount\":1}");
        assertThat(reply.text("code")).isEqualTo("invalid_idempotency_key");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"email\":\"m@example.com\",\"password\":\"long enough\"}                | missing_field",
                "{\"name\":\"M\",\"password\":\"long enough\"}                             | missing_field",
                "{\"name\":\"M\",\"email\":\"m@example.com\"}                              | missing_field",
                "{\"name\":\"M\",\"email\":\"m@example.com\",\"password\":\"short\"}       | invalid_field",
                "{\"name\":\"M\",\"email\":\"m@localhost\",\"password\":\"long enough\"}   | invalid_field",
                "{\"name\":\"M\",\"email\":\"m m@example.com\",\"password\":\"long enough\"} | invalid_field",
                "{\"name\":\" \",\"email\":\"m@example.com\",\"password\":\"long enough\"} | missing_field",
                "{\"name\":\"M\",\"email\":\"m@example.com\",\"password\":\"long enough\",\"user_id\":\"no spaces\"} | invalid_field",
                "{\"name\":\"M\",\"email\":\"m@example.com\",\"password\":\"long enough\",\"user_id\":\"x\"} | invalid_field",
                "{\"name\":\"M\",\"email\":\"m@example.com\",\"password\":\"long enough\",\"role\":\"admin\"} | unknown_field"
            })
    void refusesABadRegistration(String body, String code) {
        refusedAndNothingChanged(served.client(), "/auth/register", body, 400, code);
    }

    private static void refusedAndNothingChanged(Client client, String path, String body, int status, String code) {
        int before = served.rows();
        String balances = asha.balance() + " " + ravi.balance();
        Reply reply = client.post(path, body);
        assertThat(reply.text("code")).as(reply.raw()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(served.rows()).isEqualTo(before);
        assertThat(asha.balance() + " " + ravi.balance()).isEqualTo(balances);
    }
}
