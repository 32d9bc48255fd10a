package com.phonepay.readmodel.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.EventId;
import com.phonepay.events.LedgerPosted;
import com.phonepay.events.Topic;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.redis.EmbeddedRedis;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Filter;
import com.phonepay.readmodel.Histories;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Page;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import com.phonepay.redis.RedisSettings;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.wallet.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Over a real Redis: kept answers are the same, one's own, and old as soon as an event says so. */
@Tag("redis")
final class CachedHistoriesTest {
    private static EmbeddedRedis redis;
    private static RedisLink link;

    private final AtomicInteger asked = new AtomicInteger();
    private final Histories slow = query -> {
        int number = asked.incrementAndGet();
        return CompletableFuture.completedFuture(new Page<>(
                List.of(
                        line(query.account().value(), number),
                        line(query.account().value(), 0)),
                cursor()));
    };
    private RedisGenerations generations;
    private CachedHistories cached;

    @BeforeAll
    static void start() throws IOException {
        redis = EmbeddedRedis.start(Path.of(""), Path.of("target", "redis-cache-test"));
        link = RedisLink.open(new RedisSettings(redis.uri(), Duration.ofSeconds(2)));
    }

    @AfterAll
    static void stop() {
        link.close();
        redis.close();
    }

    @BeforeEach
    void empty() {
        generations = new RedisGenerations(link);
        cached = new CachedHistories(slow, link, generations);
        await(CachedHistoriesTest::answers);
        flush();
    }

    @Test
    void aSecondQuestionIsAnsweredFromMemoryWordForWord() {
        Page<HistoryLine> first = ask("asha", 20);
        await(() -> ask("asha", 20).equals(first));
        int before = asked.get();
        assertThat(ask("asha", 20)).isEqualTo(first);
        assertThat(asked).hasValue(before);
        // Another question is another answer.
        ask("asha", 21);
        assertThat(asked).hasValue(before + 1);
    }

    @Test
    void nobodyGetsAnotherPersonsAnswer() {
        ask("asha", 20);
        assertThat(ask("ravi", 20).items()).allMatch(line -> line.reference().startsWith("ravi"));
        // Even where somebody puts Asha's answer in the place of Ravi's.
        List<String> keys = link.<List<String>>ask(commands -> commands.keys("phonepay:history:*"))
                .toCompletableFuture()
                .join();
        await(() -> keys.size() >= 1);
        for (String from : keys) {
            for (String to : keys) {
                if (from.contains(":asha:") && to.contains(":ravi:")) {
                    link.<byte[]>ask(commands -> commands.get(from))
                            .thenCompose(bytes -> link.<String>ask(commands -> commands.set(to, bytes)))
                            .toCompletableFuture()
                            .join();
                }
            }
        }
        assertThat(ask("ravi", 20).items()).allMatch(line -> line.reference().startsWith("ravi"));
    }

    @Test
    void anEventMakesTheAnswersOfItsAccountOldAndNobodyElses() {
        Page<HistoryLine> old = settled("asha");
        Page<HistoryLine> other = settled("ravi");
        EventHandler updates = new ForgettingUpdates(new Silent(), generations);
        updates.handle(List.of(posting("asha"))).toCompletableFuture().join();
        await(() -> !ask("asha", 20).equals(old));
        assertThat(ask("ravi", 20)).isEqualTo(other);
    }

    @Test
    void whatKafkaLostAndIsToldAgainReachesTheDocuments() {
        Silent documents = new Silent();
        Page<HistoryLine> old = settled("asha");
        new ForgettingUpdates(documents, generations)
                .again(List.of(posting("asha")))
                .toCompletableFuture()
                .join();
        assertThat(documents.again).hasSize(1);
        await(() -> !ask("asha", 20).equals(old));
    }

    @Test
    void anAnswerThatWasReadBeforeTheEventIsNotGivenOutAfterIt() {
        CompletableFuture<Page<HistoryLine>> reading = new CompletableFuture<>();
        CachedHistories waiting = new CachedHistories(query -> reading, link, generations);
        CompletableFuture<Page<HistoryLine>> early =
                waiting.of(query("asha", 20)).toCompletableFuture();
        generations.next(Set.of("asha"));
        await(() -> generations.of("asha").toCompletableFuture().join().equals("1"));
        Page<HistoryLine> stale = new Page<>(List.of(line("stale", 1)), null);
        reading.complete(stale);
        assertThat(early.join()).isEqualTo(stale);
        assertThat(ask("asha", 20)).isNotEqualTo(stale);
    }

    @Test
    void emptyDamagedOrDeadRedisChangesNothingButTheWork() throws IOException {
        settled("asha");
        flush();
        assertThat(ask("asha", 20).items()).hasSize(2);
        for (String key : link.<List<String>>ask(commands -> commands.keys("phonepay:history:*"))
                .toCompletableFuture()
                .join()) {
            link.<String>ask(commands -> commands.set(key, new byte[] {'{', '!'}))
                    .toCompletableFuture()
                    .join();
        }
        assertThat(ask("asha", 20).items()).hasSize(2);
        redis.kill();
        assertThat(ask("asha", 20).items()).hasSize(2);
        generations.next(Set.of("asha"));
        redis.startAgain();
        assertThat(ask("asha", 20).items()).hasSize(2);
    }

    /** Asked until the answer is kept. */
    private Page<HistoryLine> settled(String account) {
        await(() -> ask(account, 20).equals(ask(account, 20)));
        return ask(account, 20);
    }

    private Page<HistoryLine> ask(String account, int limit) {
        return cached.of(query(account, limit)).toCompletableFuture().join();
    }

    private static HistoryQuery query(String account, int limit) {
        return new HistoryQuery(
                new AccountId(account), HistoryQuery.State.ANY, Entry.Type.DEBIT, Filter.ALL, limit, cursor());
    }

    private static Cursor cursor() {
        return new Cursor(17, "there");
    }

    private static HistoryLine line(String account, int number) {
        return new HistoryLine(
                account + number,
                account + "-" + number,
                Entry.Type.CREDIT,
                Money.ofPaise(12_345),
                null,
                1_000L + number,
                "somebody",
                null,
                TransactionStatus.SUCCESS,
                "utr",
                "ein Gruß ₹",
                null);
    }

    private static CommittedEvent posting(String account) {
        LedgerPosted posted = new LedgerPosted(
                account,
                "T1",
                "PAYMENT",
                LedgerPosted.Type.DEBIT,
                Money.ofPaise(1),
                Money.ZERO,
                "ravi",
                "clearing",
                7L,
                1_000);
        return new CommittedEvent(
                new EventId(new SliceAddress(SliceType.WALLETS, 0), 1, 0),
                1,
                Topic.WALLET_LEDGER,
                account,
                1_000,
                posted);
    }

    private static boolean answers() {
        return link.answers().toCompletableFuture().join();
    }

    private static void flush() {
        link.<String>ask(commands -> commands.flushall()).toCompletableFuture().join();
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.until(condition, Duration.ofSeconds(20))).isTrue();
    }

    /** Writes nothing. */
    private static final class Silent implements EventHandler {
        final List<CommittedEvent> again = new ArrayList<>();

        @Override
        public String name() {
            return "silent";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of(Topic.WALLET_LEDGER);
        }

        @Override
        public CompletionStage<Void> handle(List<CommittedEvent> events) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> again(List<CommittedEvent> repeats) {
            again.addAll(repeats);
            return CompletableFuture.completedFuture(null);
        }
    }
}
