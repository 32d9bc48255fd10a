package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.auth.Tokens;
import com.phonepay.edge.http.Client.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may see and do what. */
final class AccessTest {
    private static Served served;
    private Client meera = new Client(0);
    private Client admin = new Client(0);
    private static String payment = "";

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        List.of("asha", "ravi", "meera").forEach(person -> served.client().register(person));
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        served.slices.advance(Duration.ofHours(25));
        payment = served.client()
                .login("asha")
                .post("/api/payment/initiate", "{\"receiver_id\":\"ravi\",\"amount\":1}")
                .text("transaction_id");
    }

    @BeforeEach
    void logIn() {
        meera = served.client().login("meera");
        admin = served.client().login("admin");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    /** Nothing is reachable without a token but what the contract marks as public. */
    @Test
    void everyEndpointNeedsATokenUnlessTheContractSaysOtherwise() {
        Contract contract = new Contract();
        for (Endpoint endpoint : endpoints()) {
            String method = endpoint.method().name();
            boolean open = contract.isPublic(method, endpoint.template());
            assertThat(endpoint.access() == Access.PUBLIC)
                    .as(endpoint.template())
                    .isEqualTo(open);
            String path = endpoint.template().replaceAll("\\{[a-z]+}", "x");
            if (!open) {
                Reply reply = served.client().stray(method, path, null);
                assertThat(reply.status()).as(path).isEqualTo(401);
                assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
            }
        }
    }

    @Test
    void theContractListsExactlyWhatCanBeCalled() {
        List<String> served = endpoints().stream()
                .map(endpoint -> endpoint.method().name() + " " + endpoint.template())
                .toList();
        assertThat(served).containsExactlyInAnyOrderElementsOf(new Contract().operations());
    }

    @Test
    void aForeignPaymentDoesNotExist() {
        Reply status = meera.get("/api/payment/status/{id}", payment);
        Reply unknown = meera.get("/api/payment/status/{id}", "T0000" + "0".repeat(32));
        assertThat(status.status()).isEqualTo(404);
        assertThat(status.text("code")).isEqualTo("transaction_not_found");
        assertThat(status.text("detail")).isEqualTo(unknown.text("detail"));
        assertThat(meera.get("/api/payment/{id}/timeline", payment).status()).isEqualTo(404);
    }

    @Test
    void aForeignBalanceAndHistoryAreRefusedWhetherTheyExistOrNot() {
        for (String other : List.of("asha", "nobody-at-all", "bank_funding")) {
            for (String path : List.of("/api/wallet/balance", "/api/transactions/history")) {
                Reply reply = meera.get(path + "?user_id={user_id}", other);
                assertThat(reply.status()).isEqualTo(403);
                assertThat(reply.text("code")).isEqualTo("forbidden");
                assertThat(reply.raw()).doesNotContain(other);
            }
        }
    }

    @Test
    void anAdministratorMayLookButNotPay() {
        assertThat(admin.get("/api/wallet/balance?user_id={user_id}", "asha").status())
                .isEqualTo(200);
        assertThat(admin.get("/api/transactions/history?user_id={user_id}", "asha")
                        .status())
                .isEqualTo(200);
        assertThat(admin.get("/api/payment/status/{id}", payment).status()).isEqualTo(200);
        assertThat(admin.get("/api/wallet/balance?user_id={user_id}", "nobody").text("code"))
                .isEqualTo("account_not_found");
        assertThat(admin.post("/api/payment/initiate", "{\"sender_id\":\"asha\",\"receiver_id\":\"ravi\",\"amount\":1}")
                        .text("code"))
                .isEqualTo("sender_not_you");
        assertThat(admin.post("/api/wallet/recharge", "{\"user_id\":\"asha\",\"amount\":1}")
                        .text("code"))
                .isEqualTo("forbidden");
    }

    @Test
    void anAdministratorIsRegisteredOnlyWithTheBootstrapToken() {
        String body =
                """
                {"name":"S","email":"second@example.com","user_id":"second","password":"a long password"}""";
        int before = served.rows();
        assertThat(served.client().post("/auth/register", body).text("code")).isEqualTo("bootstrap_token_required");
        assertThat(served.client()
                        .with("X-Bootstrap-Token", "guess")
                        .post("/auth/register", body)
                        .status())
                .isEqualTo(403);
        assertThat(served.rows()).isEqualTo(before);
        Reply registered = served.client()
                .with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN)
                .post("/auth/register", body);
        assertThat(registered.status()).isEqualTo(201);
    }

    @Test
    void aTokenSaysWhoItsOwnerIs() {
        Reply reply = served.client()
                .post("/auth/login", "{\"email\":\"ADMIN@example.com\",\"password\":\"a long password\"}");
        assertThat(reply.json().path("user").path("role").asText()).isEqualTo("admin");
        assertThat(reply.json().path("user").path("user_id").asText()).isEqualTo("admin");
        assertThat(Instant.parse(reply.text("expires_at")).toEpochMilli())
                .isBetween(served.slices.now() + 599_000, served.slices.now() + 600_000);
    }

    @Test
    void tellsAnUnknownEmailAndAWrongPasswordAlike() {
        Reply unknown = served.client()
                .post("/auth/login", "{\"email\":\"nobody@example.com\",\"password\":\"a long password\"}");
        Reply wrong = served.client().post("/auth/login", "{\"email\":\"ravi@example.com\",\"password\":\"wrong\"}");
        for (Reply reply : List.of(unknown, wrong)) {
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.text("code")).isEqualTo("invalid_credentials");
            assertThat(reply.text("detail")).isEqualTo("The e-mail or the password is wrong.");
        }
    }

    @Test
    void locksAfterTooManyWrongPasswordsAndOpensAgain() {
        served.client().register("tara");
        String wrong = "{\"email\":\"tara@example.com\",\"password\":\"wrong\"}";
        Reply last = served.client().post("/auth/login", wrong);
        for (int tries = 1; tries < 10 && last.status() == 401; tries++) {
            last = served.client().post("/auth/login", wrong);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text("code")).isEqualTo("account_locked");
        int wait = Integer.parseInt(last.header("Retry-After"));
        assertThat(wait).isBetween(1, 3600);
        served.slices.advance(Duration.ofSeconds(wait + 1L));
        served.client().login("tara");
    }

    @Test
    void doesNotStretchAnExpiredToken() {
        Client bearer = served.client().login("ravi");
        assertThat(bearer.get("/api/wallet/balance").status()).isEqualTo(200);
        served.slices.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(bearer.get("/api/wallet/balance").text("code")).isEqualTo("unauthenticated");
    }

    private static List<Endpoint> endpoints() {
        var tokens = new Tokens(served.settings.keys(), served.settings.tokens(), served.clock);
        return HttpEdge.endpoints(served.settings, served.ports, tokens, served.clock, () -> false);
    }
}
