package com.phonepay.readmodel.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.kernel.AccountId;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Days;
import com.phonepay.readmodel.FieldMap;
import com.phonepay.readmodel.Filter;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.Reports;
import com.phonepay.readmodel.TransactionLine;
import com.phonepay.readmodel.TransactionQuery;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.testing.MongoForTests;
import com.phonepay.wallet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions on a real server process, each held against a loop over the same documents. Many share a millisecond. */
@Tag("mongo")
final class MongoHistoriesTest {
    private static final Mongo MONGO = Mongo.open(MongoForTests.freshDatabase());
    private static final long BEGIN = 1_769_799_600_000L;
    private static final List<String> PEOPLE = List.of("asha", "ravi", "meera");
    private static final Random RANDOM = new Random(7);
    private static final List<ViewDocument> ENTRIES = new ArrayList<>();
    private static final List<ViewDocument> TRANSACTIONS = new ArrayList<>();

    @BeforeAll
    static void write() {
        for (int n = 0; n < 300; n++) {
            ENTRIES.add(entry(n));
            TRANSACTIONS.add(transaction(n));
        }
        done(MONGO.views().prepare());
        done(MONGO.views()
                .write(Stream.concat(ENTRIES.stream(), TRANSACTIONS.stream()).toList()));
    }

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @Test
    void pagesHoldEveryLineOnceNewestFirst() {
        for (HistoryQuery.State state : HistoryQuery.State.values()) {
            for (int limit : List.of(1, 7, 100)) {
                assertThat(ids(all(state, null, Filter.ALL, limit)))
                        .as(state + " by " + limit)
                        .containsExactlyElementsOf(expected(state, null, Filter.ALL));
            }
        }
    }

    @Test
    void everyFilterAloneAndTogetherFindsWhatALoopFinds() {
        long middle = BEGIN + 20;
        List<Filter> filters = List.of(
                new Filter(middle, Long.MAX_VALUE, 0, Long.MAX_VALUE, null, null, null),
                new Filter(0, middle, 0, Long.MAX_VALUE, null, null, null),
                new Filter(0, Long.MAX_VALUE, 500, 700, null, null, null),
                new Filter(0, Long.MAX_VALUE, 0, Long.MAX_VALUE, "ravi", null, null),
                new Filter(0, Long.MAX_VALUE, 0, Long.MAX_VALUE, null, null, "REFUND"),
                new Filter(BEGIN + 5, BEGIN + 45, 200, 900, "ravi", null, "PAYMENT"));
        for (Filter filter : filters) {
            for (HistoryQuery.State state : HistoryQuery.State.values()) {
                for (Entry.Type direction : Entry.Type.values()) {
                    assertThat(ids(all(state, direction, filter, 10)))
                            .as(state + " " + direction + " " + filter)
                            .containsExactlyElementsOf(expected(state, direction, filter));
                }
            }
        }
    }

    @Test
    void aReferenceFindsItsEntriesWithWhatTheTransactionKnows() {
        Filter byUtr = new Filter(0, Long.MAX_VALUE, 0, Long.MAX_VALUE, null, "U4", null);
        List<HistoryLine> found = all(HistoryQuery.State.ANY, null, byUtr, 10);
        assertThat(found).allSatisfy(line -> {
            assertThat(line.reference()).isEqualTo("T4");
            assertThat(line.utr()).isEqualTo("U4");
            assertThat(line.note()).isEqualTo("note 4");
        });
        assertThat(ids(found))
                .containsExactlyElementsOf(newestFirst(ENTRIES.stream()
                        .filter(own())
                        .filter(is("transaction_id", "T4"))
                        .toList()));
    }

    @Test
    void operatorsFindTransactionsOfAnybody() {
        List<String> found = new ArrayList<>();
        Cursor after = null;
        do {
            Page<TransactionLine> page = done(
                    MONGO.transactions().find(new TransactionQuery("BLOCKED", "meera", "ravi", Filter.ALL, 3, after)));
            page.items().forEach(line -> found.add(line.id()));
            after = page.next();
        } while (after != null);
        assertThat(found)
                .isNotEmpty()
                .containsExactlyElementsOf(newestFirst(TRANSACTIONS.stream()
                        .filter(is("status", "BLOCKED"))
                        .filter(is("payer_id", "meera"))
                        .filter(is("payee_id", "ravi"))
                        .toList()));
    }

    @Test
    void sumsAreThoseOfALoop() {
        Reports.Summary summary = done(MONGO.reports().of(new AccountId("asha"), BEGIN, BEGIN + 30));
        for (var sums : List.of(summary.byKind(), summary.byDay(), summary.byCounterparty())) {
            assertThat(sums.stream().mapToLong(Reports.Sum::count).sum())
                    .isEqualTo(ENTRIES.stream()
                            .filter(own())
                            .filter(within(0, BEGIN + 30))
                            .count());
            assertThat(sums.stream().mapToLong(sum -> sum.amount().paise()).sum())
                    .isEqualTo(ENTRIES.stream()
                            .filter(own())
                            .filter(within(0, BEGIN + 30))
                            .mapToLong(entry -> number(entry, "amount_paise"))
                            .sum());
        }
        assertThat(done(MONGO.reports().ofEverybody(BEGIN, BEGIN + 1000)).stream()
                        .mapToLong(Reports.Outcomes::count)
                        .sum())
                .isEqualTo(TRANSACTIONS.size());
    }

    private static List<HistoryLine> all(
            HistoryQuery.State state, Entry.@Nullable Type direction, Filter filter, int limit) {
        List<HistoryLine> lines = new ArrayList<>();
        Cursor after = null;
        do {
            Page<HistoryLine> page = done(MONGO.histories()
                    .of(new HistoryQuery(new AccountId("asha"), state, direction, filter, limit, after)));
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            lines.addAll(page.items());
            after = page.next();
        } while (after != null);
        return lines;
    }

    private static List<String> ids(List<HistoryLine> lines) {
        return lines.stream().map(HistoryLine::id).toList();
    }

    private static List<String> expected(HistoryQuery.State state, Entry.@Nullable Type direction, Filter filter) {
        Predicate<ViewDocument> fits = within(filter.from(), filter.to())
                .and(document -> number(document, "amount_paise") >= filter.paiseMin()
                        && number(document, "amount_paise") <= filter.paiseMax());
        Stream<ViewDocument> entries = ENTRIES.stream()
                .filter(own().and(fits))
                .filter(entry ->
                        direction == null || is("type", direction.name()).test(entry))
                .filter(entry -> matches(entry, "counterparty_id", filter.counterparty()))
                .filter(entry -> matches(entry, "entry_kind", filter.kind()))
                .filter(entry -> state == HistoryQuery.State.SUCCESS || state == HistoryQuery.State.ANY);
        Stream<ViewDocument> attempts = TRANSACTIONS.stream()
                .filter(is("payer_id", "asha").and(fits))
                .filter(attempt -> direction != Entry.Type.CREDIT)
                .filter(attempt -> matches(attempt, "payee_id", filter.counterparty()))
                .filter(attempt -> matches(attempt, "kind", filter.kind()))
                .filter(attempt -> !is("status", "SUCCESS").test(attempt))
                .filter(attempt -> state == HistoryQuery.State.ANY
                        || is("status", state.name()).test(attempt));
        return newestFirst(Stream.concat(entries, attempts).toList());
    }

    private static List<String> newestFirst(List<ViewDocument> documents) {
        return documents.stream()
                .sorted((one, other) -> {
                    int byTime = Long.compare(number(other, "at"), number(one, "at"));
                    return byTime != 0 ? byTime : other.id().compareTo(one.id());
                })
                .map(ViewDocument::id)
                .toList();
    }

    private static Predicate<ViewDocument> own() {
        return is("account_id", "asha");
    }

    private static Predicate<ViewDocument> within(long from, long to) {
        return document -> number(document, "at") >= from && number(document, "at") < to;
    }

    private static Predicate<ViewDocument> is(String field, String value) {
        return document -> value.equals(document.fields().get(field));
    }

    private static boolean matches(ViewDocument document, String field, @Nullable String wanted) {
        return wanted == null || is(field, wanted).test(document);
    }

    private static long number(ViewDocument document, String field) {
        return Long.parseLong(String.valueOf(document.fields().get(field)));
    }

    private static ViewDocument entry(int n) {
        long at = BEGIN + RANDOM.nextInt(50);
        String account = PEOPLE.get(n % 3);
        return new ViewDocument(
                View.LEDGER,
                String.format("%s:%012d", account, n),
                new Origin("wallets-1", n, 0),
                new FieldMap()
                        .with("account_id", account)
                        .with("transaction_id", "T" + RANDOM.nextInt(100))
                        .with("entry_kind", RANDOM.nextBoolean() ? "PAYMENT" : "REFUND")
                        .with("type", RANDOM.nextBoolean() ? "DEBIT" : "CREDIT")
                        .with("amount_paise", (long) RANDOM.nextInt(1000))
                        .with("balance_after_paise", 5L)
                        .with("counterparty_id", PEOPLE.get(RANDOM.nextInt(3)))
                        .with("at", at)
                        .with("day", Days.of(at))
                        .all());
    }

    private static ViewDocument transaction(int n) {
        long at = BEGIN + RANDOM.nextInt(50);
        String status = List.of("SUCCESS", "FAILED", "BLOCKED").get(n % 3);
        return new ViewDocument(
                View.TRANSACTIONS,
                "T" + n,
                new Origin("transactions-1", n, 0),
                new FieldMap()
                        .with("kind", RANDOM.nextBoolean() ? "PAYMENT" : "REFUND")
                        .with("status", status)
                        .with("payer_id", PEOPLE.get(RANDOM.nextInt(3)))
                        .with("payee_id", PEOPLE.get(RANDOM.nextInt(3)))
                        .with("amount_paise", (long) RANDOM.nextInt(1000))
                        .with("note", "note " + n)
                        .with("utr", "U" + n)
                        .with("initiated_at", at)
                        .with("at", at)
                        .with("day", Days.of(at))
                        .all());
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
