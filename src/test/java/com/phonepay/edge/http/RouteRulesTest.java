package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import com.phonepay.edge.http.RouteRules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the contract, called by nobody, its owner, somebody else and an administrator. */
final class RouteRulesTest {
    private static Served served;
    private static Client nobody = new Client(0);
    private static Client owner = nobody;
    private static Client other = nobody;
    private static Client admin = nobody;
    private static String payment = "";

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        List.of("asha", "ravi", "meera").forEach(person -> served.client().register(person));
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        served.slices.advance(Duration.ofHours(25));
        nobody = served.client();
        owner = nobody.login("asha");
        other = nobody.login("meera");
        admin = nobody.login("admin");
        payment = owner.post("/api/payment/initiate", "{\"receiver_id\":\"ravi\",\"amount\":1}")
                .text("transaction_id");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void everyOperationHasARule() {
        assertThat(RouteRules.ALL.keySet())
                .as("add a line to RouteRules for each operation of docs/openapi.yaml")
                .containsExactlyInAnyOrderElementsOf(new Contract().operations());
    }

    static Stream<String> operations() {
        return new Contract().operations().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void letsInWhomTheRuleNames(String operation) {
        Rule rule = Objects.requireNonNull(RouteRules.ALL.get(operation), "the rule of " + operation);
        if (rule == Rule.PUBLIC) {
            assertThat(call(nobody, operation).header("WWW-Authenticate").isEmpty() || isAboutCredentials(operation))
                    .isTrue();
            return;
        }
        assertThat(call(nobody, operation).status()).isEqualTo(401);
        assertThat(call(nobody.bearing("forged"), operation).status()).isEqualTo(401);
        int toOther = call(other, operation).status();
        int toAdmin = call(admin, operation).status();
        switch (rule) {
            case ADMIN -> {
                assertThat(call(owner, operation).status()).isEqualTo(403);
                assertThat(toOther).isEqualTo(403);
                assertThat(toAdmin).isNotIn(401, 403);
            }
            case OWNER -> {
                assertThat(call(owner, operation).status()).isEqualTo(200);
                assertThat(toOther).isIn(403, 404);
                assertThat(toAdmin).isEqualTo(200);
            }
            case OWNER_ONLY, MERCHANT -> {
                assertThat(toOther).isIn(403, 404);
                assertThat(toAdmin).isIn(403, 404);
            }
            case MERCHANT_OR_ADMIN -> {
                assertThat(toOther).isIn(403, 404);
                assertThat(toAdmin).isNotIn(401, 403, 404);
            }
            default -> assertThat(toOther).isNotIn(401, 403);
        }
    }

    private static boolean isAboutCredentials(String operation) {
        return operation.equals("POST /auth/refresh") || operation.equals("POST /auth/login");
    }

    private static Reply call(Client caller, String operation) {
        String[] words = operation.split(" ", 2);
        String path = words[1].replace("{id}", words[1].contains("payment") ? payment : "nobody-at-all");
        String template = path.replace("{code}", "forbidden");
        return words[0].equals("GET")
                ? caller.plain("GET", template, null)
                : caller.with("Content-Type", "application/json").plain(words[0], template, "{}");
    }
}
