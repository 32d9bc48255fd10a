package com.phonepay.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.phonepay.cluster.Traffic.Paid;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.mongo.Mongo;
import com.phonepay.readmodel.mongo.MongoSettings;
import com.phonepay.testing.PublishedEvents;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What happens after a commit, while everything that it passes through is broken under load; in the end everything is
 * added up. The journal is the judge, and a plain Kafka consumer the witness.
 */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EventsUnderFaultsTest {
    private static final int PAYMENTS = 2_000;
    private static final int VICTIM = 2;
    private static final long MINUTE = Duration.ofSeconds(60).toNanos();

    private final Mongo mongo = Mongo.open(
            new MongoSettings("mongodb://127.0.0.1:" + RunningCluster.mongoPort(), "phonepay", Duration.ofSeconds(30)));
    private final List<Paid> paid = new ArrayList<>();
    private RunningCluster cluster;
    private Customers customers;
    private Shop shop;

    @BeforeAll
    void begin(RunningCluster running) throws IOException {
        cluster = running;
        customers = Customers.register(running);
        shop = Shop.open(running);
        Files.createDirectories(RunningCluster.failPoints());
    }

    @AfterAll
    void close() {
        mongo.close();
    }

    @Test
    @Order(1)
    void noPaymentWaitsForKafkaAndNoEventIsLostWhileItIsDown() {
        Traffic traffic = traffic(14);
        RunningCluster.launcher("server", "stop", "kafka");
        long down = System.nanoTime();
        Eventually.get(() -> System.nanoTime() - down, passed -> passed >= MINUTE);
        RunningCluster.launcher("server", "start", "kafka");
        traffic.await(14 * 60);
        end(traffic);
        PublishedEvents published = awaitPublished();
        assertThat(published.contradictions()).isEmpty();
        assertThat(published.overtaken()).isEmpty();
        awaitNotices();
        System.out.printf("Kafka down for a minute: %d events told again%n", published.repeats());
    }

    /** MongoDB is down first, so that much is published, not yet handled, and lost with Kafka's data. */
    @Test
    @Order(2)
    void everythingIsPublishedAgainWhereKafkaLostItsData() throws IOException {
        awaitExported();
        RunningCluster.launcher("server", "kill", "mongo");
        Traffic unhandled = traffic(30);
        unhandled.await(150);
        end(unhandled);
        awaitPublished();
        awaitExported();
        RunningCluster.launcher("server", "kill", "kafka");
        deleteTree(RunningCluster.DATA.resolve("kafka"));
        RunningCluster.launcher("server", "start", "kafka");
        RunningCluster.launcher("server", "start", "mongo");
        Traffic since = traffic(20);
        since.await(100);
        assertThat(cluster.api(1)
                        .post("/admin/events/republish", cluster.admin(), Map.of())
                        .status())
                .isEqualTo(202);
        since.await(200);
        end(since);
        awaitPublished();
        awaitReadModels();
        assertThat(mailsTooMany(awaitNotices()))
                .as("mails that were sent again")
                .isLessThan(paid.size() / 10L);
    }

    @Test
    @Order(3)
    void whatIsMalformedIsSetAsideWithTheReasonAndTheStreamGoesOn() {
        Map<String, byte[]> bad = Map.of("nobody", "{".getBytes(UTF_8), "somebody", new byte[] {0, -1, 7});
        produce(bad);
        Traffic traffic = traffic(20);
        traffic.await(40);
        end(traffic);
        for (String worker : List.of("readmodel", "fraud-analytics")) {
            List<ConsumerRecord<String, byte[]>> letters = Eventually.get(
                    () -> PublishedEvents.deadLetters(RunningCluster.kafka()).stream()
                            .filter(letter -> PublishedEvents.header(letter, "dead_consumer")
                                    .equals(worker))
                            .filter(letter -> bad.containsKey(letter.key()))
                            .toList(),
                    found -> found.size() >= 2);
            for (ConsumerRecord<String, byte[]> letter : letters) {
                assertThat(letter.value()).isEqualTo(bad.get(letter.key()));
                assertThat(PublishedEvents.header(letter, "dead_reason"))
                        .isEqualTo("malformed: the header ce_type is missing");
                assertThat(PublishedEvents.header(letter, "dead_topic")).isEqualTo("wallet.ledger");
            }
        }
        awaitPublished();
        awaitReadModels();
    }

    @Test
    @Order(4)
    void partitionsMoveWithinSecondsFromANodeThatDies() {
        try (ConsumerGroups groups = new ConsumerGroups()) {
            Eventually.get(() -> groups.areComplete() && groups.readBy(VICTIM).size() == 3, all -> all);
            Traffic traffic = traffic(15);
            traffic.await(30);
            long killed = System.nanoTime();
            cluster.kill(VICTIM);
            try {
                Eventually.get(() -> groups.areCompleteWithout(VICTIM), moved -> moved);
                Duration took = Duration.ofNanos(System.nanoTime() - killed);
                System.out.printf("Partitions have moved %.1f s after the kill%n", took.toMillis() / 1e3);
                assertThat(took).isLessThan(Duration.ofSeconds(15));
            } finally {
                cluster.start(VICTIM);
            }
            cluster.awaitAllUp();
            endAfterADeath(traffic);
        }
        awaitPublished();
        awaitNotices();
    }

    @Test
    @Order(5)
    void noticesAreNotDoubledByAWorkerThatDiesBeforeItHasNotedThem() throws IOException {
        customers = customers.renewed(cluster);
        Traffic traffic = traffic(15);
        arm("notification.handled");
        awaitDeath("notification.handled");
        cluster.awaitAllUp();
        endAfterADeath(traffic);
        awaitPublished();
        System.out.printf("%d mails were sent again%n", mailsTooMany(awaitNotices()));
    }

    @Test
    @Order(6)
    void aPayoutIsNotDoubledByAWorkerThatDiesWithTheBanksAnswer() throws IOException {
        List<String> toShop = paid.stream()
                .filter(payment -> payment.toShop() && payment.isMade())
                .map(Paid::transactionId)
                .limit(10)
                .toList();
        toShop.forEach(payment -> shop.refund(payment, new BigDecimal("0.01")));
        arm("settlement.paid");
        shop.close();
        awaitDeath("settlement.paid");
        shop.awaitSettled(1);
        assertThat(shop.payoutsAtTheBank()).isEqualTo(1);
        cluster.awaitAllUp();
    }

    @Test
    @Order(7)
    void theReadModelsCatchUpWithMongoDbBackAndAllSumsAgree() {
        Traffic traffic = traffic(40);
        traffic.await(40);
        RunningCluster.launcher("server", "kill", "mongo");
        traffic.await(Math.max(100, PAYMENTS - paid.size()));
        RunningCluster.launcher("server", "start", "mongo");
        end(traffic);
        assertThat(paid).hasSizeGreaterThanOrEqualTo(PAYMENTS);
        shop.close();
        shop.awaitSettled(2);

        PublishedEvents published = awaitPublished();
        assertThat(published.contradictions()).isEmpty();
        awaitReadModels();
        awaitNotices();
        JournalAudit.Findings journal = JournalAudit.untilQuiet(RunningCluster.cassandra());
        assertThat(paid).allMatch(payment -> journal.movedOnce(payment.transactionId()) == payment.isMade());
        shop.assertThatWindowsEqual(journal, published);
        assertThat(Statements.stored(mongo.views())).isEqualTo(journal.statements());
        System.out.printf(
                "%d payments, %d events, %d of them told again%n",
                paid.size(),
                published.ids().values().stream().mapToInt(Set::size).sum(),
                published.repeats());
    }

    private Traffic traffic(int perSecond) {
        return Traffic.beginAtMost(cluster, customers, shop.id(), perSecond);
    }

    private void end(Traffic traffic) {
        List<Paid> ended = traffic.finish();
        assertThat(ended).allMatch(Paid::isMade);
        paid.addAll(ended);
    }

    /** A payment whose participant was on the dead node may fail; nothing else may be the reason. */
    private void endAfterADeath(Traffic traffic) {
        List<Paid> ended = traffic.finish();
        assertThat(ended)
                .allMatch(payment -> payment.isMade() || payment.reason().endsWith("_unavailable"));
        paid.addAll(ended);
    }

    /** Exactly the events of the journal's commits are in Kafka, in the end. */
    private static PublishedEvents awaitPublished() {
        long began = System.nanoTime();
        Map<String, Set<String>> committed =
                JournalAudit.untilQuiet(RunningCluster.cassandra()).commits().ids();
        PublishedEvents published = Eventually.get(
                () -> PublishedEvents.read(RunningCluster.kafka()),
                seen -> missing(committed, seen.ids()).isEmpty());
        if (!published.ids().equals(committed)) {
            Map<String, Set<String>> since = JournalAudit.untilQuiet(RunningCluster.cassandra())
                    .commits()
                    .ids();
            assertThat(missing(published.ids(), since))
                    .as("published and never committed")
                    .isEmpty();
        }
        System.out.printf("Everything is published %.1f s after the load%n", (System.nanoTime() - began) / 1e9);
        return published;
    }

    private static Map<String, Long> missing(Map<String, Set<String>> wanted, Map<String, Set<String>> seen) {
        Map<String, Long> missing = new TreeMap<>();
        wanted.forEach((topic, ids) -> {
            long count = ids.stream()
                    .filter(id -> !seen.getOrDefault(topic, Set.of()).contains(id))
                    .count();
            if (count > 0) {
                missing.put(topic, count);
            }
        });
        return missing;
    }

    /** Everything that jobs read has landed in their files; who was registered is not among it. */
    private static void awaitExported() {
        Map<String, Set<String>> committed =
                JournalAudit.untilQuiet(RunningCluster.cassandra()).commits().ids();
        committed.forEach((topic, ids) -> {
            if (!topic.equals("account.profiles")) {
                Eventually.get(
                        () -> Set.copyOf(ExportedLakeTest.exported(topic, "event_id")),
                        landed -> landed.containsAll(ids));
            }
        });
    }

    private static void awaitReadModels() {
        Eventually.get(
                Statements::reconcile, printed -> printed.contains("0 missing, 0 different, 0 extra, 0 on their way"));
    }

    /** For each payment one message to the payer and one to the payee; returns the messages' ids. */
    private Set<String> awaitNotices() {
        Set<String> own = paid.stream().map(Paid::transactionId).collect(Collectors.toSet());
        List<ViewDocument> notices = Eventually.get(
                () -> Statements.documents(mongo.views(), View.NOTIFICATIONS).stream()
                        .filter(notice -> own.contains(Statements.text(notice, "transaction_id")))
                        .toList(),
                seen -> seen.size() >= 2 * own.size());
        Map<String, Long> counted = notices.stream()
                .collect(Collectors.groupingBy(
                        notice -> Statements.text(notice, "transaction_id"), Collectors.counting()));
        assertThat(counted).isEqualTo(own.stream().collect(Collectors.toMap(id -> id, id -> 2L)));
        return notices.stream().map(ViewDocument::id).collect(Collectors.toSet());
    }

    /** How many mails were sent beyond one for each of these messages. */
    private static long mailsTooMany(Set<String> messages) throws IOException {
        List<String> sent = new ArrayList<>();
        for (int node = 1; node <= 3; node++) {
            Path file = RunningCluster.DATA.resolve("mail-" + node + ".txt");
            if (Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.startsWith("Message-ID: <"))
                        .map(line -> line.substring("Message-ID: <".length(), line.indexOf("@phonepay>")))
                        .filter(messages::contains)
                        .forEach(sent::add);
            }
        }
        assertThat(sent).isNotEmpty();
        return sent.size() - sent.stream().distinct().count();
    }

    private static void produce(Map<String, byte[]> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", RunningCluster.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            records.forEach((key, value) -> {
                var unused = producer.send(new ProducerRecord<>("wallet.ledger", key, value));
            });
        }
    }

    private static void arm(String place) throws IOException {
        Files.createFile(RunningCluster.failPoints().resolve(place));
    }

    /** Waits until a node has died of the fail point; the supervisor starts it again. */
    private static void awaitDeath(String place) {
        Eventually.get(() -> Files.exists(RunningCluster.failPoints().resolve(place)), there -> !there);
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
