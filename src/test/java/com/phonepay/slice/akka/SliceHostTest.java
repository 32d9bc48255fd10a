package com.phonepay.slice.akka;

import static com.phonepay.slice.akka.HostForTests.PATIENCE;
import static com.phonepay.slice.akka.HostForTests.now;
import static com.phonepay.slice.akka.HostForTests.slice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.ActorRef;
import akka.testkit.javadsl.TestKit;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Row;
import com.phonepay.slice.wire.DeliveryFormat;
import com.phonepay.slice.wire.PackedDelivery;
import com.phonepay.slice.wire.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test uses a slice number of its own. */
@Tag("cassandra")
final class SliceHostTest {
    private static final Tally MACHINE = new Tally();
    private static final Duration SHORT = Duration.ofSeconds(3);
    private static HostForTests hosts;

    @BeforeAll
    static void start() {
        hosts = new HostForTests(Tally.Names.class.getName());
    }

    @AfterAll
    static void stop() {
        hosts.close();
    }

    @Test
    void writesWhatWaitsAsRowsOfAtMostAThousandCommands() {
        ActorRef host = hosts.start(MACHINE, 1, Bounds.DEFAULT);
        List<Answer> answers = addAll(host, 1, 5_000, "");
        assertThat(answers).allMatch(Tally.Sum.class::isInstance);
        List<Row> rows = hosts.rows(1);
        assertThat(rows.stream().mapToInt(row -> row.events().size()).sum()).isEqualTo(5_000);
        assertThat(rows).allMatch(row -> row.events().size() <= Bounds.DEFAULT.batchCommandsMax());
        assertThat(rows).hasSizeLessThan(200);
    }

    @Test
    void closesARowAtItsBytes() {
        ActorRef host = hosts.start(MACHINE, 2, Bounds.DEFAULT);
        addAll(host, 2, 1_000, "x".repeat(2_000));
        int largestCommand = 2_100;
        List<Row> rows = hosts.rows(2);
        assertThat(rows.stream().mapToInt(row -> row.events().size()).sum()).isEqualTo(1_000);
        assertThat(rows).allMatch(row -> bytes(row) < Bounds.DEFAULT.batchBytesMax() + largestCommand);
        assertThat(rows).anyMatch(row -> bytes(row) > Bounds.DEFAULT.batchBytesMax() / 2);
    }

    @Test
    void refusesWhatDoesNotFitIntoTheBufferAndKeepsTheRest() {
        Bounds narrow = new Bounds(50, 10, 256 * 1024, 600_000, 500, 16L << 20);
        ActorRef host = hosts.start(MACHINE, 3, narrow);
        List<Answer> answers = addAll(host, 3, 2_000, "");
        long refused = answers.stream().filter(SliceHostTest::isOverloaded).count();
        long taken = answers.stream().filter(Tally.Sum.class::isInstance).count();
        assertThat(refused).isPositive();
        assertThat(refused + taken).isEqualTo(2_000);
        assertThat(hosts.answer(host, 3, new Tally.Ask("k"))).isEqualTo(new Tally.Sum("k", taken));
    }

    @Test
    void sendsWhatOneReleaseSaysInMessagesOf128KiB() {
        ActorRef host = hosts.start(MACHINE, 4, Bounds.DEFAULT);
        SliceAddress other = new SliceAddress(SliceType.WALLETS, 40);
        var unused = hosts.ask(host, 4, new Tally.AddAndTell("k", other, 1_000, "x".repeat(1_000)), SHORT);
        int envelopes = 0;
        DeliveryFormat format = Wire.get(hosts.system).deliveries();
        while (envelopes < 1_000) {
            PackedDelivery message = hosts.others.expectMsgClass(PATIENCE, PackedDelivery.class);
            assertThat(message.bytes().length).isLessThanOrEqualTo(DeliveryFormat.MESSAGE_BYTES_MAX);
            envelopes += format.decode(message.bytes()).size();
        }
        assertThat(envelopes).isEqualTo(1_000);
    }

    @Test
    void forgetsWhatWasDecidedOnAWriteThatWasLost() {
        ActorRef host = hosts.start(MACHINE, 5, Bounds.DEFAULT);
        add(host, 5, 1);
        assertUnanswered(host, 5, FaultyJournal.Fault.LOST);
        assertThat(totalAfterRestart(host, 5)).isEqualTo(1);
    }

    @Test
    void findsWhatWasStoredThoughTheWriteFailed() {
        ActorRef host = hosts.start(MACHINE, 6, Bounds.DEFAULT);
        add(host, 6, 1);
        assertUnanswered(host, 6, FaultyJournal.Fault.STORED_YET_REPORTED_AS_FAILED);
        assertThat(totalAfterRestart(host, 6)).isEqualTo(11);
    }

    @Test
    void letsNothingLeaveASlicesOwnerThatHasBeenReplaced() {
        ActorRef host = hosts.start(MACHINE, 7, Bounds.DEFAULT);
        add(host, 7, 1);
        long epoch = now(hosts.store.epochs().take(slice(7), "another node"));
        assertThat(epoch).isEqualTo(2);
        TestKit watcher = new TestKit(hosts.system);
        watcher.watch(host);
        SliceAddress other = new SliceAddress(SliceType.WALLETS, 70);
        assertThatThrownBy(() -> now(hosts.ask(host, 7, new Tally.AddAndTell("k", other, 1, ""), SHORT)))
                .hasStackTraceContaining("AskTimeoutException");
        watcher.expectTerminated(PATIENCE, host);
        assertThat(hosts.rows(7)).hasSize(3);
        assertThat(hosts.others.receiveWhile(Duration.ofMillis(200), message -> told(message, other)))
                .doesNotContain(true);
    }

    @Test
    void takesAnEpochAboveEveryOneBefore() {
        Epochs epochs = hosts.store.epochs();
        List<CompletionStage<Long>> racing = new ArrayList<>();
        for (int racer = 0; racer < 8; racer++) {
            racing.add(epochs.take(slice(8), "racer"));
        }
        List<Long> taken = racing.stream().map(HostForTests::now).toList();
        assertThat(taken).doesNotHaveDuplicates();
        long highest = taken.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(now(epochs.read(slice(8)))).isEqualTo(highest);
        assertThat(now(epochs.take(slice(8), "later"))).isEqualTo(highest + 1);
    }

    private static boolean told(Object message, SliceAddress to) {
        return message instanceof PackedDelivery packed && packed.to().equals(to);
    }

    /** The answer must not come, and the host must end: what it knew is worth nothing any more. */
    private static void assertUnanswered(ActorRef host, int number, FaultyJournal.Fault fault) {
        TestKit watcher = new TestKit(hosts.system);
        watcher.watch(host);
        FaultyJournal.NEXT.set(fault);
        assertThatThrownBy(() -> now(hosts.ask(host, number, new Tally.Add("k", 10, ""), SHORT)))
                .hasStackTraceContaining("AskTimeoutException");
        watcher.expectTerminated(PATIENCE, host);
    }

    private static long totalAfterRestart(ActorRef ended, int number) {
        ActorRef host = hosts.start(MACHINE, number, Bounds.DEFAULT);
        assertThat(host).isNotEqualTo(ended);
        return ((Tally.Sum) hosts.answer(host, number, new Tally.Ask("k"))).total();
    }

    private static void add(ActorRef host, int number, long amount) {
        assertThat(hosts.answer(host, number, new Tally.Add("k", amount, ""))).isInstanceOf(Tally.Sum.class);
    }

    private static List<Answer> addAll(ActorRef host, int number, int times, String padding) {
        List<CompletionStage<Answer>> asked = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            asked.add(hosts.ask(host, number, new Tally.Add("k", 1, padding), PATIENCE));
        }
        return asked.stream().map(HostForTests::now).toList();
    }

    private static boolean isOverloaded(Answer answer) {
        return answer instanceof Rejection rejection
                && rejection.code().equals("overloaded")
                && rejection.kind() == Rejection.Kind.UNAVAILABLE;
    }

    private static int bytes(Row row) {
        return row.events().stream().mapToInt(event -> event.bytes().length).sum();
    }
}
