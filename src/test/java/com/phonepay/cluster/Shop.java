package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.kernel.Money;
import com.phonepay.testing.PublishedEvents;
import com.phonepay.wallet.WalletEvent;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A merchant that is paid, gives back and is settled, and what must add up about it. */
final class Shop {
    private static final String PASSWORD = "a long enough password";

    private final RunningCluster cluster;
    private final String id;
    private final String owner;
    private int asked;

    private Shop(RunningCluster cluster, String id, String owner) {
        this.cluster = cluster;
        this.id = id;
        this.owner = owner;
    }

    static Shop open(RunningCluster cluster) {
        String stamp = Long.toString(System.nanoTime(), 36);
        String owner = "keeper" + stamp;
        assertThat(cluster.api(1).register(owner, PASSWORD).status()).isEqualTo(201);
        Shop shop = new Shop(cluster, "stall-" + stamp, owner);
        Api api = cluster.api(1);
        Map<String, Object> words = Map.of("name", "Stall", "email", "stall@example.com", "merchant_id", shop.id);
        Api.Response opened = api.post("/merchant/register", api.login(owner, PASSWORD), words);
        assertThat(opened.status()).as(opened.raw()).isEqualTo(201);
        return shop;
    }

    String id() {
        return id;
    }

    void refund(String payment, BigDecimal amount) {
        Eventually.get(
                () -> ask((api, token) -> api.post(
                        "/api/payment/" + payment + "/refund", token, Map.of("amount", amount), "back-" + payment)),
                answer -> answer != null
                        && answer.status() == 200
                        && answer.text("status").equals("SUCCESS"));
    }

    /** Closes the window that is open now. */
    void close() {
        Eventually.get(
                () -> ask((api, token) -> api.post("/merchant/settlements/close", token, Map.of("merchant_id", id))),
                answer -> answer != null && answer.status() == 200);
    }

    void awaitSettled(int windows) {
        Eventually.get(
                () -> ask((api, token) -> api.get("/merchant/settlements?merchant_id=" + id, token)),
                answer -> answer != null && settled(answer) >= windows);
    }

    private static long settled(Api.Response answer) {
        long settled = 0;
        for (JsonNode window : answer.body().path("data")) {
            settled += window.path("status").asText().equals("SETTLED") ? 1 : 0;
        }
        return settled;
    }

    /** Asks a node, another one each time; nothing where it is dead or does not let the owner in. */
    private Api.@Nullable Response ask(BiFunction<Api, String, Api.Response> question) {
        try {
            Api api = cluster.api(1 + asked++ % RunningCluster.NODES);
            return question.apply(api, api.login(owner, PASSWORD));
        } catch (UncheckedIOException | IllegalStateException silent) {
            return null;
        }
    }

    int payoutsAtTheBank() {
        String[] parts = RunningCluster.cassandra().split(":", -1);
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])))
                .withLocalDatacenter("datacenter1")
                .build()) {
            return (int) session.execute("SELECT merchant FROM phonepay.development_bank").all().stream()
                    .filter(row -> id.equals(row.getString("merchant")))
                    .count();
        }
    }

    /** The windows as they were last told add up to the merchant's postings, to the paisa. */
    void assertThatWindowsEqual(JournalAudit.Findings journal, PublishedEvents published) {
        Map<String, PublishedEvents.Event> last = new LinkedHashMap<>();
        published.of("settlement.batches").stream()
                .filter(event -> event.key().equals(id))
                .forEach(event -> last.merge(
                        event.json().path("batch_id").asText(),
                        event,
                        (one, other) -> one.sequence() > other.sequence()
                                        || (one.sequence() == other.sequence() && one.index() > other.index())
                                ? one
                                : other));
        assertThat(last).hasSizeGreaterThanOrEqualTo(2);
        assertThat(last.values())
                .allMatch(event -> event.json().path("status").asText().equals("SETTLED"));
        Map<String, Money> posted = Map.of(
                "gross", journal.commits().sum(id, WalletEvent.Credited.class),
                "refunds", journal.commits().sum(id, WalletEvent.Captured.class),
                "fee", journal.commits().sum(id, WalletEvent.FeeCharged.class),
                "tax", journal.commits().sum(id, WalletEvent.TaxCharged.class),
                "net", journal.commits().sum(id, WalletEvent.PayoutCaptured.class));
        posted.forEach((field, sum) -> assertThat(last.values().stream()
                        .map(PublishedEvents.Event::json)
                        .map(window -> paise(window, field))
                        .reduce(Money.ZERO, Money::plus))
                .as(field)
                .isEqualTo(sum));
        assertThat(posted.values()).as("nothing of it is trivial").allMatch(Money::isPositive);
    }

    private static Money paise(JsonNode window, String field) {
        return Money.ofPaise(window.path(field + "_paise").asLong());
    }
}
