package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import com.phonepay.readmodel.mongo.Mongo;
import com.phonepay.readmodel.mongo.MongoSettings;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The documents in MongoDB under load and faults; the journal, replayed without them, is the judge. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadModelTest {
    private static final int PAYMENTS = 200;
    private static final String HISTORY = "/api/transactions/history";
    private static final BigDecimal TOO_MUCH = new BigDecimal("95000.00");

    private final Mongo mongo = Mongo.open(
            new MongoSettings("mongodb://127.0.0.1:" + RunningCluster.mongoPort(), "phonepay", Duration.ofSeconds(5)));
    private final ViewStore views = mongo.views();
    private final Random random = new Random(20261124);
    private Customers customers;
    private RunningCluster cluster;

    @BeforeAll
    void begin(RunningCluster running) {
        cluster = running;
        customers = Customers.register(running);
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Test
    void equalTheJournalForEveryWalletAfterLoad() throws InterruptedException {
        String shop = openShopAndCloseItsWindow();
        pay("load");
        awaitEqual();
        assertThatEveryCollectionIsFilled(shop);
        assertThatStatementsAreThoseOfTheJournal();
        assertThatHistoriesShowTheirPages();
    }

    @Test
    void waitForMongoAndCatchUp() throws InterruptedException {
        RunningCluster.launcher("server", "kill", "mongo");
        try {
            List<Attempt> paid = pay("down");
            assertThat(paid).allMatch(Attempt::isAcknowledged);
            JsonNode history = history(0, "limit=5");
            assertThat(history.path("source").asText()).isEqualTo("wallet");
            assertThat(history.path("data").size()).isEqualTo(5);
            assertThat(cluster.api(1)
                            .get(HISTORY + "?state=FAILED", customers.token(0))
                            .status())
                    .isEqualTo(503);
        } finally {
            RunningCluster.launcher("server", "start", "mongo");
        }
        awaitEqual();
        assertThatStatementsAreThoseOfTheJournal();
        assertThat(history(0, "limit=5").path("source").asText()).isEqualTo("read_model");
    }

    @Test
    void areRebuiltFromNothingWhileTheSystemWorks() throws Exception {
        RunningCluster.launcher("server", "kill", "mongo");
        try {
            Files.delete(RunningCluster.data().resolve(Path.of("mongo", "phonepay.mv")));
        } finally {
            RunningCluster.launcher("server", "start", "mongo");
        }
        assertThatThrownBy(() -> RunningCluster.launcher("readmodel", "reconcile"))
                .hasMessageContaining("missing");
        CompletableFuture<List<Attempt>> meanwhile = CompletableFuture.supplyAsync(() -> {
            try {
                return pay("rebuild");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        System.out.println(RunningCluster.launcher("readmodel", "rebuild"));
        assertThat(meanwhile.get(2, TimeUnit.MINUTES)).allMatch(Attempt::isAcknowledged);
        awaitEqual();
        assertThat(Statements.documents(views, View.NOTIFICATIONS))
                .hasSize(2 * Statements.documents(views, View.TRANSACTIONS).size());
        assertThat(Statements.documents(views, View.PROFILES)).hasSizeGreaterThanOrEqualTo(Customers.COUNT);
        assertThatStatementsAreThoseOfTheJournal();
    }

    @Test
    void areRepairedWhereTheyDiffer() throws InterruptedException {
        pay("damage");
        awaitEqual();
        List<ViewDocument> ledger = Statements.documents(views, View.LEDGER).stream()
                .sorted(Comparator.comparing(entry -> Statements.paise(entry, "at")))
                .toList();
        ViewDocument lost = ledger.get(0);
        done(views.remove(List.of(lost)));
        ViewDocument changed = ledger.get(1);
        damage(changed, changed.origin());
        ViewDocument ahead = ledger.get(2);
        Origin never = new Origin(ahead.origin().slice(), ahead.origin().sequence() + 1_000_000, 0);
        damage(ahead, never);
        ViewDocument invented = new ViewDocument(
                View.LEDGER, "nobody:000000000001", changed.origin(), Map.of("account_id", "nobody", "at", 1L));
        done(views.write(List.of(invented)));

        assertThatThrownBy(() -> RunningCluster.launcher("readmodel", "reconcile"))
                .hasMessageContaining("1 missing, 2 different, 1 extra");
        assertThat(RunningCluster.launcher("readmodel", "reconcile", "--repair"))
                .contains("Repaired", "0 missing, 0 different, 0 extra");
        assertThatStatementsAreThoseOfTheJournal();
        assertThat(done(views.find(View.LEDGER, List.of(lost.id(), changed.id(), ahead.id()))))
                .containsValues(lost, changed, ahead);
    }

    private String openShopAndCloseItsWindow() {
        String shop = "shop-" + Long.toString(System.nanoTime(), 36);
        Map<String, Object> order = Map.of("name", "Chai", "email", "chai@example.com", "merchant_id", shop);
        Api.Response opened = cluster.api(1).post("/merchant/register", customers.token(0), order);
        assertThat(opened.status()).as(opened.raw()).isEqualTo(201);
        Api.Response paid = cluster.api(2).pay(customers.token(1), shop, new BigDecimal("10.00"), "key-" + shop);
        assertThat(paid.text("status")).as(paid.raw()).isEqualTo("SUCCESS");
        Api.Response closed =
                cluster.api(3).post("/merchant/settlements/close", customers.token(0), Map.of("merchant_id", shop));
        assertThat(closed.status()).as(closed.raw()).isEqualTo(200);
        return shop;
    }

    private void assertThatEveryCollectionIsFilled(String shop) {
        ViewDocument merchant = only(View.MERCHANTS, shop);
        assertThat(Statements.text(merchant, "owner_id")).isEqualTo(customers.id(0));
        assertThat(Statements.text(merchant, "vpa")).isEqualTo(shop + "@phonepay");
        assertThat(Statements.text(only(View.SETTLEMENTS, shop + "-w000001"), "gross_paise"))
                .isEqualTo("1000");
        assertThat(Statements.documents(views, View.NOTIFICATIONS))
                .hasSize(2 * Statements.documents(views, View.TRANSACTIONS).size());
        Api.Response history = cluster.api(1).get(HISTORY + "?user_id=" + shop, customers.token(0));
        assertThat(history.body().path("data").size()).as(history.raw()).isGreaterThan(0);
        assertThat(cluster.api(1)
                        .get(HISTORY + "?user_id=" + shop, customers.token(1))
                        .status())
                .isEqualTo(403);
    }

    private ViewDocument only(View view, String id) {
        return Objects.requireNonNull(done(views.find(view, List.of(id))).get(id), id);
    }

    private void damage(ViewDocument document, Origin origin) {
        Map<String, Object> fields = new HashMap<>(document.fields());
        fields.put("amount_paise", 1L);
        done(views.restore(List.of(new ViewDocument(document.view(), document.id(), origin, fields))));
    }

    /** Payments of everybody to everybody, one of them too large for any wallet. */
    private List<Attempt> pay(String prefix) throws InterruptedException {
        String key = prefix + "-" + Long.toString(System.nanoTime(), 36);
        List<Attempt> attempts = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(16);
        for (int i = 0; i < PAYMENTS; i++) {
            Attempt attempt = Attempt.random(random, key + "-" + i);
            attempts.add(attempt);
            Api api = cluster.api(1 + i % 3);
            pool.execute(() -> attempt.sendUntilFinal(customers, api));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        Api.Response declined = cluster.api(1).pay(customers.token(0), customers.id(1), TOO_MUCH, key + "-much");
        assertThat(declined.text("reason")).isEqualTo("insufficient_balance");
        return attempts;
    }

    /** Every document equals the journal, and none is on its way any more. */
    private static void awaitEqual() {
        JournalAudit.untilQuiet(RunningCluster.cassandra());
        Eventually.get(
                Statements::reconcile, printed -> printed.contains("0 missing, 0 different, 0 extra, 0 on their way"));
    }

    private void assertThatStatementsAreThoseOfTheJournal() {
        JournalAudit.Findings journal = JournalAudit.untilQuiet(RunningCluster.cassandra());
        assertThat(journal.statements()).hasSizeGreaterThanOrEqualTo(Customers.COUNT);
        assertThat(Statements.stored(views)).isEqualTo(journal.statements());
    }

    /** Page by page: every line once, newest first, each balance the one that its amount led to. */
    private void assertThatHistoriesShowTheirPages() {
        Map<String, List<JournalAudit.Line>> journal =
                JournalAudit.untilQuiet(RunningCluster.cassandra()).statements();
        for (int customer = 0; customer < 3; customer++) {
            List<JsonNode> lines = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = history(customer, "limit=7" + cursor);
                page.path("data").forEach(lines::add);
                cursor = page.path("has_more").asBoolean()
                        ? "&cursor=" + page.path("next_cursor").asText()
                        : "";
            } while (!cursor.isEmpty());
            List<JournalAudit.Line> expected = new ArrayList<>(journal.get(customers.id(customer)));
            Collections.reverse(expected);
            assertThat(lines.stream().map(line -> line.path("transaction_id").asText()))
                    .containsExactlyElementsOf(
                            expected.stream().map(JournalAudit.Line::reference).toList());
            assertThat(new BigDecimal(lines.get(0).path("balance_after").asText()))
                    .isEqualByComparingTo(cluster.api(1).balance(customers.token(customer)));
        }
        assertThatFiltersFind();
    }

    private void assertThatFiltersFind() {
        JsonNode failed = history(0, "state=FAILED").path("data").path(0);
        assertThat(failed.path("reason").asText()).isEqualTo("insufficient_balance");
        assertThat(failed.path("balance_after").isNull()).isTrue();
        JsonNode sent = history(0, "direction=DEBIT&limit=1").path("data").path(0);
        JsonNode byUtr = history(0, "utr=" + sent.path("utr").asText()).path("data");
        assertThat(byUtr.size()).isEqualTo(1);
        assertThat(byUtr.path(0)).isEqualTo(sent);
        history(0, "counterparty=" + sent.path("counterparty").asText() + "&limit=100")
                .path("data")
                .forEach(line -> assertThat(line.path("counterparty")).isEqualTo(sent.path("counterparty")));
        JsonNode summary =
                cluster.api(2).get("/api/reports/summary", customers.token(0)).body();
        BigDecimal in = new BigDecimal(summary.path("money_in").asText());
        BigDecimal out = new BigDecimal(summary.path("money_out").asText());
        assertThat(in.subtract(out)).isEqualByComparingTo(cluster.api(1).balance(customers.token(0)));
    }

    private JsonNode history(int customer, String query) {
        Api.Response response = cluster.api(1 + customer % 3).get(HISTORY + "?" + query, customers.token(customer));
        assertThat(response.status()).as(response.raw()).isEqualTo(200);
        return response.body();
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
