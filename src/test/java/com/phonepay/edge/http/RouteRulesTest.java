package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import com.phonepay.edge.http.RouteRules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation of the contract, called by nobody, a user, another user, the owner of a merchant, and an administrator.
 * The user has paid the merchant; what is asked for by name is that payment, and that merchant's account.
 */
final class RouteRulesTest {
    private static final String SHOP = "chai-point";
    private static final Set<Integer> OUT = Set.of(401, 403, 404);

    /** What has to be sent so that whoever is let in is understood; everything else is called with nothing. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /merchant/settlements/close", "{\"merchant_id\":\"" + SHOP + "\"}",
            "POST /merchant/payout", "{\"merchant_id\":\"" + SHOP + "\",\"amount\":0.01}",
            "POST /api/payment/{id}/refund", "{\"amount\":0.01}");

    private static Served served;
    private static Client nobody = new Client(0);
    private static Client user = nobody;
    private static Client other = nobody;
    private static Client keeper = nobody;
    private static Client admin = nobody;
    private static String payment = "";

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        List.of("asha", "ravi", "meera").forEach(person -> served.client().register(person));
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        served.slices.advance(Duration.ofHours(25));
        nobody = served.client();
        user = nobody.login("asha");
        other = nobody.login("meera");
        keeper = nobody.login("ravi");
        admin = nobody.login("admin");
        String shop = "{\"name\":\"Chai\",\"email\":\"chai@example.com\",\"merchant_id\":\"" + SHOP + "\"}";
        assertThat(keeper.post("/merchant/register", shop).status()).isEqualTo(201);
        payment = user.post("/api/payment/initiate", "{\"receiver_id\":\"" + SHOP + "\",\"amount\":1}")
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

    /** Else a name that is gone would let everybody in who asks for nothing. */
    @Test
    void everyBodyIsThatOfAnOperation() {
        assertThat(RouteRules.ALL.keySet()).containsAll(BODIES.keySet());
        assertThat(payment).isNotEmpty();
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
        switch (rule) {
            case ADMIN -> {
                List.of(user, other, keeper)
                        .forEach(caller ->
                                assertThat(call(caller, operation).status()).isEqualTo(403));
                assertThat(call(admin, operation).status()).isNotIn(401, 403);
            }
            case OWNER -> {
                List.of(user, keeper, admin).forEach(caller -> assertLetIn(caller, operation));
                assertKeptOut(other, operation);
            }
            case ACCOUNT, MERCHANT -> {
                List.of(keeper, admin).forEach(caller -> assertLetIn(caller, operation));
                List.of(user, other).forEach(caller -> assertKeptOut(caller, operation));
            }
            case SELF ->
                List.of(user, other, keeper, admin)
                        .forEach(caller ->
                                assertThat(call(caller, operation).status()).isNotIn(401, 403));
            default -> throw new AssertionError("nobody is called for " + rule);
        }
    }

    /** Whoever is let in may still hear that MongoDB is down, or that nothing is settled yet. */
    private static void assertLetIn(Client caller, String operation) {
        Reply reply = call(caller, operation);
        assertThat(reply.status()).as(reply.raw()).isNotIn(OUT).isIn(200, 202, 422, 503);
    }

    private static void assertKeptOut(Client caller, String operation) {
        Reply reply = call(caller, operation);
        assertThat(reply.status()).as(reply.raw()).isIn(403, 404);
    }

    private static boolean isAboutCredentials(String operation) {
        return operation.equals("POST /auth/refresh") || operation.equals("POST /auth/login");
    }

    private static Reply call(Client caller, String operation) {
        String[] words = operation.split(" ", 2);
        String path = words[1].replace("{id}", named(words[1])).replace("{code}", "forbidden");
        Rule rule = RouteRules.ALL.get(operation);
        if (rule == Rule.ACCOUNT) {
            path += "?user_id=" + SHOP;
        } else if (rule == Rule.MERCHANT && words[0].equals("GET") && !words[1].contains("{id}")) {
            path += "?merchant_id=" + SHOP;
        }
        return words[0].equals("GET")
                ? caller.plain("GET", path, null)
                : caller.with("Content-Type", "application/json")
                        .plain(words[0], path, BODIES.getOrDefault(operation, "{}"));
    }

    private static String named(String template) {
        if (template.contains("payment")) {
            return payment;
        }
        return template.startsWith("/merchant") ? SHOP : "nobody-at-all";
    }
}
