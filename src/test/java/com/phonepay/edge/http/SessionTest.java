package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Refresh tokens: each good once, and a session that ends with the first sign that one was stolen. */
final class SessionTest {
    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        List.of("asha", "ravi", "meera", "tara")
                .forEach(person -> served.client().register(person));
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    private static Reply login(String who) {
        return served.client()
                .with("User-Agent", "phone of " + who)
                .post("/auth/login", "{\"email\":\"" + who + "@example.com\",\"password\":\"a long password\"}");
    }

    private static Reply refresh(String token) {
        return served.client().post("/auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
    }

    @Test
    void givesANewTokenOfBothKindsAndKeepsTheSession() {
        Reply first = login("asha");
        served.slices.advance(Duration.ofMinutes(9));
        Reply next = refresh(first.text("refresh_token"));
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text("session_id")).isEqualTo(first.text("session_id"));
        assertThat(next.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        served.slices.advance(Duration.ofMinutes(9));
        assertThat(served.client()
                        .bearing(next.text("token"))
                        .get("/auth/sessions")
                        .status())
                .isEqualTo(200);
        assertThat(served.client()
                        .bearing(first.text("token"))
                        .get("/auth/sessions")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aTokenThatWasUsedBeforeEndsTheSessionForBothHands() {
        Reply first = login("ravi");
        Reply next = refresh(first.text("refresh_token"));
        assertThat(refresh(first.text("refresh_token")).text("code")).isEqualTo("refresh_token_reused");
        Reply honest = refresh(next.text("refresh_token"));
        assertThat(honest.status()).isEqualTo(401);
        assertThat(honest.text("code")).isEqualTo("invalid_refresh_token");
        assertThat(refresh(login("ravi").text("refresh_token")).status()).isEqualTo(200);
    }

    @Test
    void whatIsNoTokenOfOursIsRefusedAndChangesNothing() {
        String good = login("tara").text("refresh_token");
        int rows = served.rows();
        for (String bad : List.of("x", "rt1.a.b.c", good.replace("rt1", "rt2"), good + "x", "")) {
            assertThat(refresh(bad).status()).as(bad).isEqualTo(401);
        }
        assertThat(served.rows()).isEqualTo(rows);
        assertThat(refresh(good).status()).isEqualTo(200);
    }

    @Test
    void anUnusedSessionEndsAfterThirtyDays() {
        String token = login("tara").text("refresh_token");
        served.slices.advance(Duration.ofDays(30).plusSeconds(1));
        assertThat(refresh(token).text("code")).isEqualTo("invalid_refresh_token");
    }

    @Test
    void logoutEndsTheSessionAndSaysTheSameToEverybody() {
        String token = login("asha").text("refresh_token");
        String body = "{\"refresh_token\":\"" + token + "\"}";
        assertThat(served.client().post("/auth/logout", body).status()).isEqualTo(200);
        assertThat(served.client().post("/auth/logout", body).status()).isEqualTo(200);
        assertThat(served.client()
                        .post("/auth/logout", "{\"refresh_token\":\"junk\"}")
                        .status())
                .isEqualTo(200);
        assertThat(refresh(token).status()).isEqualTo(401);
    }

    @Test
    void theOwnerSeesAndEndsSessionsAndNobodyElseDoes() {
        Reply one = login("meera");
        Reply two = login("meera");
        Client meera = served.client().bearing(two.text("token"));
        assertThat(meera.get("/auth/sessions").json().path("data")).hasSize(2);
        assertThat(meera.get("/auth/sessions").raw()).contains("phone of meera").doesNotContain("rt1.");
        String id = one.text("session_id");
        served.client().login("ravi").post("/auth/sessions/{id}/revoke", "{}", id);
        assertThat(meera.get("/auth/sessions").json().path("data")).hasSize(2);
        assertThat(meera.post("/auth/sessions/{id}/revoke", "{}", id).status()).isEqualTo(200);
        assertThat(meera.get("/auth/sessions").json().path("data")).hasSize(1);
        assertThat(refresh(one.text("refresh_token")).status()).isEqualTo(401);
    }

    @Test
    void keepsAtMostTwentySessionsOfAnAccount() {
        served.client().register("busy");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 22; i++) {
            served.slices.advance(Duration.ofSeconds(1));
            ids.add(login("busy").text("session_id"));
        }
        Client busy = served.client().login("busy");
        assertThat(ids).hasSize(22);
        assertThat(busy.get("/auth/sessions").json().path("data")).hasSize(20);
    }

    @Test
    void theRoleIsKept() {
        Reply next = refresh(login("admin").text("refresh_token"));
        assertThat(next.json().at("/user/role").asText()).isEqualTo("admin");
        assertThat(served.client()
                        .bearing(next.text("token"))
                        .get("/admin/transactions/in-doubt")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void publishesThePublicKeysOnly() {
        Reply keys = served.client().get("/.well-known/jwks.json");
        assertThat(keys.status()).isEqualTo(200);
        assertThat(keys.json().at("/keys/0/kid").asText()).isNotEmpty();
        assertThat(keys.json().at("/keys/0/d").isMissingNode()).isTrue();
    }
}
