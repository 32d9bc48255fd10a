package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.kernel.Money;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.wallet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of the read models, how it is written, and what is answered without them. */
final class HistoryTest {
    private static final String HISTORY = "/api/transactions/history";
    private static final List<HistoryQuery> ASKED = new ArrayList<>();
    private static final Cursor NEXT = new Cursor(1_800_000_000_000L, "asha:000000000003");
    private static final HistoryLine BLOCKED = new HistoryLine(
            "T1",
            "T1",
            Entry.Type.DEBIT,
            Money.ofPaise(1234),
            null,
            1_800_000_000_000L,
            "ravi",
            "PAYMENT",
            TransactionStatus.BLOCKED,
            null,
            "lunch",
            "fraud");

    private static final Served SERVED = Served.with(new ReadModels(
            query -> {
                ASKED.add(query);
                return CompletableFuture.completedFuture(new Page<>(List.of(BLOCKED), NEXT));
            },
            NoReadModels.ALL.transactions(),
            NoReadModels.ALL.reports(),
            NoReadModels.ALL.notifications(),
            NoReadModels.ALL.fraudAlerts(),
            NoReadModels.ALL.analytics()));

    private static final Served DOWN = Served.overMachines();

    private static final Client ASHA = registered(SERVED);
    private static final Client ASHA_WITHOUT = registered(DOWN);

    private static Client registered(Served served) {
        served.client().register("asha");
        return served.client().login("asha");
    }

    @AfterAll
    static void close() {
        SERVED.close();
        DOWN.close();
    }

    @Test
    void asksForExactlyWhatTheCallerFilters() {
        ASHA.get(HISTORY + "?state=ANY&direction=DEBIT&from=2026-01-31&to=2026-01-31&amount_min=1.50&amount_max=2"
                + "&counterparty=Ravi&utr=600100000001&kind=PAYMENT&limit=5&cursor=" + NEXT.encode());
        HistoryQuery query = ASKED.get(ASKED.size() - 1);
        assertThat(query.state()).isEqualTo(HistoryQuery.State.ANY);
        assertThat(query.direction()).isEqualTo(Entry.Type.DEBIT);
        assertThat(query.filter().to() - query.filter().from()).isEqualTo(86_400_000L);
        assertThat(query.filter().from()).isEqualTo(1_769_797_800_000L);
        assertThat(query.filter().paiseMin()).isEqualTo(150);
        assertThat(query.filter().paiseMax()).isEqualTo(200);
        assertThat(query.filter().counterparty()).isEqualTo("ravi");
        assertThat(query.filter().utr()).isEqualTo("600100000001");
        assertThat(query.filter().kind()).isEqualTo("PAYMENT");
        assertThat(query.limit()).isEqualTo(5);
        assertThat(query.after()).isEqualTo(NEXT);
    }

    @Test
    void writesAnAttemptThatMovedNothing() {
        JsonNode page = ASHA.get(HISTORY).json();
        assertThat(page.path("source").asText()).isEqualTo("read_model");
        assertThat(page.path("has_more").asBoolean()).isTrue();
        assertThat(page.path("next_cursor").asText()).isEqualTo(NEXT.encode());
        JsonNode line = page.path("data").path(0);
        assertThat(line.path("balance_after").isNull()).isTrue();
        assertThat(line.path("status").asText()).isEqualTo("BLOCKED");
        assertThat(line.path("reason").asText()).isEqualTo("fraud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=x",
                "cursor=%21%21",
                "state=PENDING",
                "direction=debit",
                "from=2026-02-30",
                "from=yesterday",
                "from=2026-02-02&to=2026-02-01",
                "amount_min=-1",
                "amount_min=1.234",
                "amount_min=1e3",
                "amount_min=2&amount_max=1",
                "counterparty=a%20b",
                "utr=%27",
                "kind=payment",
                "from=99999999-01-01"
            })
    void refusesWhatHasNotTheRightShape(String query) {
        Client.Reply refused = ASHA.get(HISTORY + "?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asText()).isEqualTo("invalid_field");
    }

    @Test
    void saysThatTheWalletItselfAnswers() {
        Client.Reply history = ASHA_WITHOUT.get(HISTORY + "?direction=CREDIT&amount_min=1&counterparty=promotion");
        assertThat(history.header("PhonePay-Degraded")).isEqualTo("read-model");
        assertThat(history.json().path("source").asText()).isEqualTo("wallet");
        assertThat(history.json().path("data").size()).isEqualTo(1);
        assertThat(history.json().path("data").path(0).path("kind").isNull()).isTrue();
        assertThat(ASHA_WITHOUT
                        .get(HISTORY + "?direction=DEBIT")
                        .json()
                        .path("data")
                        .size())
                .isZero();
    }

    @Test
    void doesNotPretendToKnowMoreThanTheWallet() {
        for (String query :
                List.of("state=FAILED", "state=ANY", "utr=600100000001", "kind=BONUS", "cursor=" + NEXT.encode())) {
            Client.Reply refused = ASHA_WITHOUT.get(HISTORY + "?" + query);
            assertThat(refused.status()).as(query).isEqualTo(503);
            assertThat(refused.json().path("code").asText()).isEqualTo("history_unavailable");
            assertThat(refused.header("Retry-After")).isNotEmpty();
        }
        assertThat(ASHA_WITHOUT.get("/api/reports/summary").json().path("code").asText())
                .isEqualTo("reports_unavailable");
    }

    @Test
    void showsNobodyTheHistoryOfAnother() {
        int before = ASKED.size();
        assertThat(ASHA.get(HISTORY + "?user_id=somebody").status()).isEqualTo(403);
        assertThat(ASHA.get("/api/reports/summary?user_id=somebody").status()).isEqualTo(403);
        assertThat(ASHA.get("/admin/transactions").status()).isEqualTo(403);
        assertThat(ASHA.get("/admin/reports/summary").status()).isEqualTo(403);
        assertThat(ASKED).hasSize(before);
    }
}
