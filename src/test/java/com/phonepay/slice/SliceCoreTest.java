package com.phonepay.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Superseded;
import com.phonepay.kernel.Tick;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The engine against a world that answers only when the test says so. */
final class SliceCoreTest {
    private static final SliceAddress HERE = new SliceAddress(SliceType.WALLETS, 0);
    private static final SliceAddress THERE = new SliceAddress(SliceType.TRANSACTIONS, 0);
    private static final Bounds SMALL = new Bounds(5, 3, 100, 600_000, 2, 1_000_000);
    private static final long EPOCH = 7;

    private final ManualPort world = new ManualPort();

    @Test
    void pinsItsRecoveryBeforeItDoesAnything() {
        SliceCore<Integer> core = core(SMALL);
        core.start(recovered(new Position(4, 5), 10, 6));
        core.offer(inbound(new Add(1)));

        assertThat(world.rows).hasSize(1);
        Row activation = world.rows.get(0);
        assertThat(activation.activation()).isTrue();
        assertThat(activation.position()).isEqualTo(new Position(7, EPOCH));
        assertThat(activation.predecessor()).isEqualTo(new Position(4, 5));
        core.appended(activation.position());
        assertThat(world.activated).isNull();
        assertThat(world.rows).hasSize(1);

        core.epochRead(world.token(), EPOCH);
        assertThat(world.activated).isEqualTo(10);
        assertThat(world.rows).hasSize(2);
    }

    @Test
    void letsNothingOutBeforeTheEpochIsChecked() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        assertThat(world.replies).isEmpty();
        core.appended(world.last().position());
        assertThat(world.replies).isEmpty();
        core.epochRead(world.token(), EPOCH);
        assertThat(world.replies).containsExactly(new Sum(1));
    }

    @Test
    void releasesNothingOnceItIsSuperseded() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        core.appended(world.last().position());
        core.epochRead(world.token(), EPOCH + 1);

        assertThat(world.supersededBy).isEqualTo(EPOCH + 1);
        assertThat(world.replies).isEmpty();
        assertThat(core.offer(inbound(new Add(1)))).isFalse();
        core.epochRead(world.token(), EPOCH);
        assertThat(world.replies).isEmpty();
    }

    @Test
    void decidesWhatWaitedAsOneRow() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        core.offer(inbound(new Add(2)));
        core.offer(inbound(new Add(3)));
        assertThat(world.last().events()).hasSize(1);

        core.appended(world.last().position());

        assertThat(world.last().events()).hasSize(2);
        assertThat(world.last().predecessor()).isEqualTo(new Position(2, EPOCH));
        core.appended(world.last().position());
        core.epochRead(world.token(), EPOCH);
        assertThat(world.replies).containsExactly(new Sum(1), new Sum(3), new Sum(6));
    }

    @Test
    void decidesWhatArrivesTogetherAsOneRow() {
        SliceCore<Integer> core = running(SMALL);
        core.offerAll(List.of(inbound(new Add(1)), inbound(new Add(2)), inbound(new Add(3))));
        assertThat(world.last().events()).hasSize(3);
    }

    @Test
    void writesTheNextRowWhileTheLastIsStillChecked() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        core.appended(world.last().position());
        long first = world.token();
        core.offer(inbound(new Add(2)));
        core.appended(world.last().position());
        core.epochRead(first, EPOCH);
        assertThat(world.replies).containsExactly(new Sum(1));
    }

    @Test
    void closesARowAtItsBounds() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        for (int i = 0; i < 5; i++) {
            core.offer(inbound(new Add(1)));
        }
        core.appended(world.last().position());
        assertThat(world.last().events()).as("three commands").hasSize(3);
        core.appended(world.last().position());
        assertThat(world.last().events()).hasSize(2);

        SliceCore<Integer> bytes = running(new Bounds(100, 100, 100, 600_000, 100, 1_000_000));
        bytes.offer(inbound(new Add(1)));
        for (int i = 0; i < 20; i++) {
            bytes.offer(inbound(new Add(1)));
        }
        bytes.appended(world.last().position());
        assertThat(world.last().events()).as("a hundred bytes").hasSize(10);
    }

    @Test
    void refusesWhatItCanNotBuffer() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        for (int i = 0; i < 5; i++) {
            assertThat(core.offer(inbound(new Add(1)))).isTrue();
        }
        assertThat(core.offer(inbound(new Add(1)))).isFalse();

        assertThat(((Rejection) world.replies.get(0)).code()).isEqualTo("overloaded");
        assertThat(world.dropped).containsExactly("the buffer is full");
    }

    @Test
    void answersAReadAtOnceOnlyWhenNothingIsUnreleased() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Ask()));
        assertThat(world.replies).containsExactly(new Sum(0));
        world.replies.clear();

        core.offer(inbound(new Add(5)));
        core.appended(world.last().position());
        core.offer(inbound(new Ask()));
        assertThat(world.replies).as("it has seen what may yet be taken back").isEmpty();
        core.epochRead(world.token(), EPOCH);
        assertThat(world.replies).containsExactly(new Sum(5), new Sum(5));
    }

    @Test
    void letsEarlyEffectsLeaveAtOnce() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Shout()));
        assertThat(world.sent).hasSize(1);
        assertThat(world.sent.get(0).sender()).isEqualTo(new Sender(HERE, EPOCH));
    }

    @Test
    void keepsLazyFactsForCompanyAndFlushesThemWhenTold() {
        SliceCore<Integer> core = running(SMALL);
        int rows = world.rows.size();
        core.offer(inbound(new Mumble()));
        assertThat(world.rows).hasSize(rows);
        assertThat(world.flushes).isEqualTo(1);
        core.flush();
        assertThat(world.rows).hasSize(rows + 1);

        core.appended(world.last().position());
        core.offer(inbound(new Mumble()));
        core.offer(inbound(new Add(1)));
        assertThat(world.last().events()).hasSize(2);
    }

    @Test
    void losesWhatIsOlderThanItsLife() {
        SliceCore<Integer> core = running(SMALL);
        world.now += 600_001;
        core.offer(new Inbound(new Envelope(HERE, null, 1_000_000, new Add(1)), new Client()));
        assertThat(world.dropped).containsExactly("older than its life");
        assertThat(world.replies).isEmpty();
    }

    @Test
    void keepsTheHighestEpochOfASenderDurablyAndTellsALowerOne() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(from(3, new Ask()));
        assertThat(world.last().seen()).isEqualTo(Map.of(THERE, 3L));
        core.appended(world.last().position());
        core.epochRead(world.token(), EPOCH);

        core.offer(from(2, new Add(1)));

        assertThat(world.sent.get(0).message()).isEqualTo(new Superseded(3));
        assertThat(world.dropped).containsExactly("from a superseded owner");
    }

    @Test
    void checksItsEpochWhenSomebodyHasSeenAHigherOne() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(from(1, new Superseded(EPOCH + 2)));
        core.epochRead(world.token(), EPOCH + 2);
        assertThat(world.supersededBy).isEqualTo(EPOCH + 2);
    }

    @Test
    void raisesAnAlarmOnlyAsTheTrueOwner() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Panic()));
        assertThat(world.alarms).isZero();
        core.epochRead(world.token(), EPOCH);
        assertThat(world.alarms).isEqualTo(1);
    }

    @Test
    void checksItsEpochBeforeItsTimersRun() {
        SliceCore<Integer> core = running(SMALL);
        int ticks = world.ticks;
        core.wake();
        core.wake();
        assertThat(world.ticks).isEqualTo(ticks);
        core.epochRead(world.token(), EPOCH);
        assertThat(world.ticks).isEqualTo(ticks + 1);
    }

    @Test
    void snapshotsOnlyWhatIsReleased() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        core.appended(world.last().position());
        long token = world.token();
        core.offer(inbound(new Add(100)));
        core.epochRead(token, EPOCH);

        Released<Integer> snapshot = world.snapshots.get(world.snapshots.size() - 1);
        assertThat(snapshot.state()).isEqualTo(1);
        assertThat(snapshot.position()).isEqualTo(new Position(2, EPOCH));
    }

    @Test
    void neverLetsSliceTimeGoBack() {
        SliceCore<Integer> core = running(SMALL);
        long before = world.last().at();
        world.now -= 5_000;
        core.offer(inbound(new Add(1)));
        assertThat(world.last().at()).isEqualTo(before);
    }

    @Test
    void refusesAnAcknowledgementOfAnotherRow() {
        SliceCore<Integer> core = running(SMALL);
        core.offer(inbound(new Add(1)));
        assertThatThrownBy(() -> core.appended(new Position(99, EPOCH))).isInstanceOf(IllegalStateException.class);
    }

    private SliceCore<Integer> core(Bounds bounds) {
        return new SliceCore<>(HERE, EPOCH, "node-1", new Adder(), world, bounds);
    }

    private SliceCore<Integer> running(Bounds bounds) {
        SliceCore<Integer> core = core(bounds);
        core.start(recovered(Position.ORIGIN, 0, 0));
        core.appended(world.last().position());
        core.epochRead(world.token(), EPOCH);
        return core;
    }

    private static Recovered<Integer> recovered(Position at, int sum, long highest) {
        return new Recovered<>(new Released<>(at, 0, sum, Map.of()), highest, 0);
    }

    private Inbound inbound(Message message) {
        return new Inbound(new Envelope(HERE, null, world.now, message), new Client());
    }

    private Inbound from(long epoch, Message message) {
        return new Inbound(new Envelope(HERE, new Sender(THERE, epoch), world.now, message), Caller.NOBODY);
    }

    private record Client() implements Caller {}

    private record Add(int amount) implements Message {}

    private record Ask() implements Message {}

    private record Shout() implements Message {}

    private record Mumble() implements Message {}

    private record Panic() implements Message {}

    private record Added(int amount) implements Event {}

    private record Sum(int value) implements Answer {}

    private final class Adder implements Machine<Integer> {
        @Override
        public Integer empty() {
            return 0;
        }

        @Override
        public Outcome decide(Integer state, Message message, Caller caller, Moment moment) {
            if (message instanceof Add add) {
                return Outcome.of(new Added(add.amount()), Effect.reply(caller, new Sum(state + add.amount())));
            } else if (message instanceof Shout) {
                return Outcome.of(new Added(0), Effect.sendEarly(THERE, new Ask()));
            } else if (message instanceof Mumble) {
                return Outcome.lazily(new Added(0));
            } else if (message instanceof Panic) {
                return Outcome.effects(new Effect.Alarm("panic", ""));
            } else if (message instanceof Tick) {
                world.ticks++;
                return Outcome.nothing();
            }
            return Outcome.effects(Effect.reply(caller, new Sum(state)));
        }

        @Override
        public Integer apply(Integer state, Event event) {
            return state + ((Added) event).amount();
        }

        @Override
        public Iterable<Event> snapshot(Integer state) {
            return List.of(new Added(state));
        }
    }
}
