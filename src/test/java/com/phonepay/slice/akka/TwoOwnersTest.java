package com.phonepay.slice.akka;

import static com.phonepay.slice.akka.HostForTests.now;
import static com.phonepay.slice.akka.HostForTests.slice;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorRef;
import com.datastax.oss.driver.api.core.uuid.Uuids;
import com.phonepay.kernel.TransactionId;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.JournalFollower;
import com.phonepay.slice.journal.ReleaseWatch;
import com.phonepay.slice.journal.ReleasedEvents;
import com.phonepay.slice.journal.Timeline;
import com.phonepay.slice.journal.TimelineEntry;
import com.phonepay.slice.journal.TimelineIndex;
import com.phonepay.slice.journal.TimelineWord;
import com.phonepay.slice.wire.SliceSerializer;
import com.phonepay.slice.wire.Wire;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows of a second owner, put into the journal's table as a paused or partitioned one would. */
@Tag("cassandra")
final class TwoOwnersTest {
    private static final Tally MACHINE = new Tally();
    private static final TransactionId ID = TransactionId.of(1, "0123456789abcdef0123456789abcdef");
    private static HostForTests hosts;

    @BeforeAll
    static void start() {
        hosts = new HostForTests(Tally.Names.class.getName());
    }

    @AfterAll
    static void stop() {
        hosts.close();
    }

    /** The journal plugin's own query would end at the first of the two and never see the second. */
    @Test
    void followsTheHigherEpochWhereTheLastNumberIsThereTwice() {
        runAndStop(1, 5);
        now(hosts.store.epochs().take(slice(1), "another node"));
        insert(1, row(new Position(2, 2), new Position(1, 1), 70));
        assertThat(total(hosts.start(MACHINE, 1, Bounds.DEFAULT), 1)).isEqualTo(70);
    }

    @Test
    void leavesOutARowThatAReplacedOwnerWroteLate() {
        runAndStop(2, 5);
        runAndStop(2, 6);
        insert(2, row(new Position(3, 1), new Position(2, 1), 1_000));
        insert(2, row(new Position(5, 1), new Position(3, 1), 1_000));
        assertThat(total(hosts.start(MACHINE, 2, Bounds.DEFAULT), 2)).isEqualTo(11);
        assertThat(hosts.metrics
                        .get("phonepay.slice.rows.discarded")
                        .tag("slice", "wallets-2")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(hosts.rows(2)).extracting(Row::position).contains(new Position(6, 3));
    }

    @Test
    void indexesWhatWasReleasedAndNothingElse() {
        Timeline timeline = now(Timeline.open(hosts.store.session(), hosts.keyspace()));
        ActorRef host = hosts.start(MACHINE, 4, Bounds.DEFAULT, index(timeline));
        add(host, 4, 5);
        add(host, 4, 6);
        insert(4, row(new Position(3, 0), new Position(2, 0), 1_000));
        add(host, 4, 7);
        awaitAmounts(timeline, "5", "6", "7");
        hosts.store.session().execute("TRUNCATE " + hosts.keyspace() + ".transaction_timeline");
        hosts.store.session().execute("TRUNCATE " + hosts.keyspace() + ".timeline_position");
        hosts.stop(host);
        hosts.start(MACHINE, 4, Bounds.DEFAULT, index(timeline));
        awaitAmounts(timeline, "5", "6", "7");
        assertThat(now(timeline.byUtr("000000000006"))).contains(ID);
        assertThat(now(timeline.byUtr("000000000099"))).isEmpty();
    }

    private static ReleaseWatch index(Timeline timeline) {
        TimelineIndex index = new TimelineIndex(
                timeline, event -> event instanceof Tally.Added added ? Optional.of(word(added)) : Optional.empty());
        return new JournalFollower(
                hosts.system, new ReleasedEvents(hosts.store.journal()), index, Duration.ofMillis(50));
    }

    private static TimelineWord word(Tally.Added added) {
        String amount = Long.toString(added.amount());
        String utr = String.format("%012d", added.amount());
        return new TimelineWord(ID, "Added", "payer", Map.of("amount", amount), utr);
    }

    private static void awaitAmounts(Timeline timeline, String... amounts) {
        hosts.others.awaitAssert(HostForTests.PATIENCE, Duration.ofMillis(50), () -> {
            List<TimelineEntry> entries = now(timeline.of(ID));
            assertThat(entries).extracting(entry -> entry.facts().get("amount")).containsExactly(amounts);
            assertThat(entries).extracting(TimelineEntry::slice).containsOnly("wallets-4");
            return entries;
        });
    }

    private static void runAndStop(int number, long amount) {
        ActorRef host = hosts.start(MACHINE, number, Bounds.DEFAULT);
        add(host, number, amount);
        hosts.stop(host);
    }

    private static void add(ActorRef host, int number, long amount) {
        assertThat(hosts.answer(host, number, new Tally.Add("k", amount, ""))).isInstanceOf(Tally.Sum.class);
    }

    private static long total(ActorRef host, int number) {
        return ((Tally.Sum) hosts.answer(host, number, new Tally.Ask("k"))).total();
    }

    private static Row row(Position position, Position predecessor, long amount) {
        Recorded added = Wire.get(hosts.system).format().record(new Tally.Added("k", amount, ""));
        return new Row(position, predecessor, 1, "another node", false, Map.of(), List.of(added));
    }

    private static void insert(int number, Row row) {
        SliceSerializer serializer = new SliceSerializer((akka.actor.ExtendedActorSystem) hosts.system);
        hosts.store
                .session()
                .execute(
                        "INSERT INTO " + hosts.keyspace() + ".messages (persistence_id, partition_nr, sequence_nr,"
                                + " timestamp, writer_uuid, ser_id, ser_manifest, event_manifest, event)"
                                + " VALUES (?, 0, ?, ?, 'another', ?, ?, '', ?)",
                        slice(number).toString(),
                        row.position().sequence(),
                        Uuids.timeBased(),
                        serializer.identifier(),
                        serializer.manifest(row),
                        ByteBuffer.wrap(serializer.toBinary(row)));
    }
}
