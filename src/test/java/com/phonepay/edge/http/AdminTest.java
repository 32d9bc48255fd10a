package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.edge.http.Client.Reply;
import com.phonepay.ops.audit.AuditChain;
import com.phonepay.ops.audit.AuditEntry;
import com.phonepay.ops.audit.AuditFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What administrators see and do, and that every deed is recorded before it is done. */
final class AdminTest {
    private static final String REASON = "{\"reason\":\"reported as stolen\"}";
    private static Served served;
    private Client admin = new Client(0);

    @BeforeAll
    static void start() {
        served = Served.overMachines();
        List.of("asha", "ravi").forEach(person -> served.client().register(person));
        served.client().with("X-Bootstrap-Token", Served.BOOTSTRAP_TOKEN).register("admin");
        served.slices.advance(Duration.ofHours(25));
    }

    @BeforeEach
    void logIn() {
        admin = served.client().login("admin");
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void sumsWhatAllGatewaysMeasured() {
        Reply reply = admin.get("/admin/lb-stats");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/api_server_1/requests").asInt()).isEqualTo(20);
        assertThat(reply.json().at("/api_server_2/port").asInt()).isEqualTo(5002);
        assertThat(reply.json().at("/nodes/0/p95_latency").asDouble()).isBetween(9.9, 10.2);
        assertThat(reply.json().at("/nodes/1/in_flight").asInt()).isEqualTo(4);
        assertThat(reply.json().at("/gateways")).hasSize(2);
    }

    @Test
    void showsWhoAnswersAndWhoDoesNot() {
        Reply reply = admin.get("/admin/system-status");
        assertThat(reply.text("payment_api_1")).isEqualTo("ONLINE");
        assertThat(reply.text("coordinator_primary")).isEqualTo("ONLINE");
        assertThat(reply.text("wallet_service")).isEqualTo("ONLINE");
        assertThat(reply.text("cassandra")).isEqualTo("ONLINE");
        assertThat(reply.json().at("/coordinator/primary").asText()).isEqualTo("node-1");
        assertThat(reply.json().at("/coordinator/backup").asText()).isEqualTo("node-2");
        assertThat(reply.json().at("/nodes/2/status").asText()).isEqualTo("OFFLINE");
        Reply members = admin.get("/admin/gateway-cluster");
        assertThat(members.json().at("/members/0/shards").asInt()).isEqualTo(3);
        assertThat(members.json().at("/members/1/load/requests_in_flight").asInt())
                .isEqualTo(4);
        assertThat(members.json().at("/members/2/answering").asBoolean()).isFalse();
    }

    @Test
    void listsWhatHasNotEnded() {
        Reply reply = admin.get("/admin/transactions/in-doubt");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("silent_slices")).isEmpty();
    }

    @Test
    void aFrozenAccountPaysNothingUntilItIsUnfrozen() {
        Client asha = served.client().login("asha");
        String pay = "{\"receiver_id\":\"ravi\",\"amount\":1}";
        assertThat(admin.post("/admin/accounts/{id}/freeze", REASON, "asha").text("status"))
                .isEqualTo("FROZEN");
        assertThat(admin.post("/admin/accounts/{id}/freeze", REASON, "asha").status())
                .isEqualTo(200);
        assertThat(asha.post("/api/payment/initiate", pay).text("reason")).isEqualTo("account_frozen");
        assertThat(admin.post("/admin/accounts/{id}/close", REASON, "asha").text("code"))
                .isEqualTo("account_not_empty");
        assertThat(admin.post("/admin/accounts/{id}/unfreeze", REASON, "asha").text("status"))
                .isEqualTo("ACTIVE");
        assertThat(asha.post("/api/payment/initiate", pay).text("status")).isEqualTo("SUCCESS");
    }

    @Test
    void aChangeNeedsAReasonAndARole() {
        int before = served.rows();
        assertThat(admin.post("/admin/accounts/{id}/freeze", "{}", "ravi").text("code"))
                .isEqualTo("missing_field");
        assertThat(admin.post("/admin/accounts/{id}/freeze", REASON, "nobody-here")
                        .text("code"))
                .isEqualTo("account_not_found");
        Client ravi = served.client().login("ravi");
        int rows = served.rows();
        int recorded = served.audit.all().size();
        assertThat(ravi.post("/admin/accounts/{id}/freeze", REASON, "asha").status())
                .isEqualTo(403);
        assertThat(served.rows()).isEqualTo(rows).isGreaterThanOrEqualTo(before);
        assertThat(served.audit.all()).hasSize(recorded);
    }

    @Test
    void everyDeedIsRecordedBeforeAndAfter() {
        admin.post("/admin/accounts/{id}/freeze", "{\"reason\":\"a clear reason\"}", "nobody-there");
        List<AuditEntry> all = served.audit.all();
        AuditFact asked = all.get(all.size() - 2).fact();
        AuditFact done = all.get(all.size() - 1).fact();
        assertThat(asked.phase()).isEqualTo("REQUESTED");
        assertThat(asked.actor()).isEqualTo("admin");
        assertThat(asked.action()).isEqualTo("POST /admin/accounts/{id}/freeze");
        assertThat(asked.reason()).isEqualTo("a clear reason");
        assertThat(done.phase()).isEqualTo("DONE");
        assertThat(done.status()).isEqualTo(404);
        assertThat(done.requestId()).isEqualTo(asked.requestId());
        Reply page = admin.get("/admin/audit?limit=1");
        assertThat(page.json().at("/data/0/hash").asText())
                .isEqualTo(all.get(all.size() - 1).hash());
        Reply next = admin.get("/admin/audit?limit=1&before=" + page.text("next_cursor"));
        assertThat(next.json().at("/data/0/phase").asText()).isEqualTo("REQUESTED");
        assertThat(admin.get("/admin/audit?limit=0").status()).isEqualTo(400);
    }

    @Test
    void whatCanNotBeRecordedIsNotDone() {
        served.audit.fails = true;
        try {
            int rows = served.rows();
            assertThat(admin.post("/admin/accounts/{id}/freeze", REASON, "ravi").status())
                    .isEqualTo(503);
            assertThat(served.rows()).isEqualTo(rows);
        } finally {
            served.audit.fails = false;
        }
    }

    @Test
    void aChainThatWasTouchedIsNoticed() {
        admin.post("/admin/accounts/{id}/freeze", REASON, "nobody-1");
        admin.post("/admin/accounts/{id}/freeze", REASON, "nobody-2");
        List<AuditEntry> good = served.audit.all();
        assertThat(new AuditChain().accept(good)).isEmpty();
        AuditEntry second = good.get(1);
        AuditFact fact = second.fact();
        List<AuditEntry> changed = new ArrayList<>(good);
        AuditFact other = new AuditFact(
                fact.id(),
                "somebody-else",
                fact.client(),
                fact.action(),
                fact.path(),
                fact.reason(),
                fact.phase(),
                200,
                "r");
        changed.set(1, new AuditEntry(2, second.at(), other, second.previousHash(), second.hash()));
        assertThat(new AuditChain().accept(changed)).contains("entry 2 was changed");
        changed.set(1, AuditEntry.sealed(2, second.at(), other, second.previousHash()));
        assertThat(new AuditChain().accept(changed)).contains("entry 3 does not follow the one before");
        List<AuditEntry> cut = new ArrayList<>(good);
        cut.remove(1);
        assertThat(new AuditChain().accept(cut)).contains("entry 2 is missing");
        List<AuditEntry> swapped = new ArrayList<>(good);
        Collections.swap(swapped, 0, 1);
        assertThat(new AuditChain().accept(swapped)).isPresent();
    }
}
