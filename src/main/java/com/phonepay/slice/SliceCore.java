package com.phonepay.slice;

import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Moment;
import com.phonepay.kernel.Note;
import com.phonepay.kernel.Outcome;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.Superseded;
import com.phonepay.kernel.Tick;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One owner's life with one slice. While a row is being written, messages wait; then all of them are decided in order
 * against the evolving state and written as one row. After the journal's acknowledgement the slice's epoch is read, and
 * only if it is still ours do answers and messages leave. The next row may be under way meanwhile.
 *
 * <p>Single-threaded and free of any framework: {@link Port} is the world, and whoever implements it calls back.
 */
public class SliceCore<S> {
    private static final Rejection OVERLOADED =
            Rejection.of("overloaded", Rejection.Kind.UNAVAILABLE, "Too many requests wait for this slice; try again.");

    private enum Phase {
        RECOVERING,
        ACTIVATING,
        RUNNING,
        STOPPED
    }

    private final SliceAddress address;
    private final long epoch;
    private final String node;
    private final Machine<S> machine;
    private final Port<S> port;
    private final Bounds bounds;
    private final Outbox<S> outbox;
    private final Deque<Inbound> waiting = new ArrayDeque<>();
    private final Map<SliceAddress, Long> seen = new HashMap<>();

    private Phase phase = Phase.RECOVERING;
    private S state;
    private Position last = Position.ORIGIN;
    private long nextSequence;
    private long time;
    private Batch<S> open = new Batch<>();

    @Nullable
    private Batch<S> writing;

    private boolean flushAsked;
    private boolean wakeAsked;

    public SliceCore(SliceAddress address, long epoch, String node, Machine<S> machine, Port<S> port, Bounds bounds) {
        this.address = address;
        this.epoch = epoch;
        this.node = node;
        this.machine = machine;
        this.port = port;
        this.bounds = bounds;
        this.state = machine.empty();
        this.outbox = new Outbox<>(address, epoch, port, bounds);
    }

    /** Takes what recovery found and pins it with an activation row. Nothing leaves before that row is released. */
    public void start(Recovered<S> recovered) {
        Released<S> tip = recovered.tip();
        state = tip.state();
        last = tip.position();
        time = Math.max(tip.at(), port.clock());
        seen.putAll(tip.seen());
        nextSequence = recovered.highestSequence() + 1;
        phase = Phase.ACTIVATING;
        activate();
    }

    /** Takes a message, or refuses it where too many wait already. */
    public boolean offer(Inbound inbound) {
        boolean taken = take(inbound);
        pump();
        return taken;
    }

    /** Takes what arrived together, so that it is decided together. */
    public void offerAll(List<Inbound> arrived) {
        arrived.forEach(this::take);
        pump();
    }

    private boolean take(Inbound inbound) {
        if (phase == Phase.STOPPED) {
            return false;
        }
        if (waiting.size() >= bounds.bufferMax()) {
            refuse(inbound);
            return false;
        }
        return waiting.add(inbound);
    }

    /** The journal has acknowledged the row at this position. */
    public void appended(Position position) {
        if (phase == Phase.STOPPED) {
            return;
        }
        Batch<S> written = Invariant.present(writing);
        Invariant.check(
                Invariant.present(written.row).position().equals(position),
                "the acknowledged row is the one being written");
        writing = null;
        afterDurable(written);
        pump();
    }

    /** The answer to {@link Port#readEpoch}. */
    public void epochRead(long token, long current) {
        if (phase == Phase.STOPPED) {
            return;
        }
        if (current != epoch) {
            stop(current);
            return;
        }
        outbox.passed(token, this::onReleased);
        pump();
    }

    /** Reads the epoch, and if it is still ours lets the machine do what is overdue. */
    public void wake() {
        if (phase == Phase.RUNNING && !wakeAsked) {
            wakeAsked = true;
            Batch<S> check = new Batch<>();
            check.wake = true;
            outbox.await(check);
        }
    }

    /** The answer to {@link Port#flushSoon}: lazy facts have waited long enough. */
    public void flush() {
        flushAsked = false;
        if (phase == Phase.RUNNING) {
            open.hurried = true;
            pump();
        }
    }

    public boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /** Messages that wait to be decided. */
    public int backlog() {
        return waiting.size();
    }

    /** Hook between the journal's acknowledgement and the release of what depends on it. */
    void afterDurable(Batch<S> written) {
        outbox.await(written);
    }

    /** Hook for what recovery is followed by. */
    void activate() {
        writing = new Batch<>();
        write(writing, true);
    }

    /** Hook for what becomes of effects that no event of their own carries. */
    void leaveWithLast(Batch<S> withoutFacts) {
        outbox.attach(withoutFacts.due);
    }

    final Outbox<S> outbox() {
        return outbox;
    }

    final Port<S> port() {
        return port;
    }

    final Released<S> current() {
        return new Released<>(last, time, state, Map.copyOf(seen));
    }

    final void onReleased(Batch<S> batch) {
        if (phase == Phase.ACTIVATING) {
            phase = Phase.RUNNING;
            port.activated(Invariant.present(batch.after));
            tick();
        }
        if (batch.wake) {
            wakeAsked = false;
            tick();
        }
    }

    private void tick() {
        waiting.addFirst(new Inbound(new Envelope(address, null, now(), new Tick()), Caller.NOBODY));
    }

    private void pump() {
        while (phase == Phase.RUNNING && writing == null && (!waiting.isEmpty() || mustWrite())) {
            time = now();
            while (!waiting.isEmpty() && !open.isFull(bounds)) {
                decide(waiting.remove());
            }
            if (!close()) {
                return;
            }
        }
    }

    private boolean mustWrite() {
        return open.hasFacts() && (open.isUrgent() || open.isFull(bounds));
    }

    /** Closes the open batch if there is something to write or to let go. False where lazy facts wait for company. */
    private boolean close() {
        if (!open.hasFacts()) {
            leaveWithLast(open);
            open = new Batch<>();
            return true;
        }
        if (!mustWrite()) {
            askForFlush();
            return false;
        }
        writing = open;
        open = new Batch<>();
        write(writing, false);
        return true;
    }

    private void askForFlush() {
        if (!flushAsked) {
            flushAsked = true;
            port.flushSoon();
        }
    }

    private void write(Batch<S> batch, boolean activation) {
        Position position = new Position(nextSequence++, epoch);
        batch.row = new Row(position, last, time, node, activation, Map.copyOf(batch.seen), batch.events);
        last = position;
        batch.after = current();
        port.append(batch.row);
    }

    private void decide(Inbound inbound) {
        Envelope envelope = inbound.envelope();
        open.commands++;
        if (envelope.decidedAt() + bounds.messageLifeMs() < time) {
            port.dropped(envelope, "older than its life");
        } else if (envelope.message() instanceof Superseded superseded) {
            if (superseded.epoch() > epoch) {
                outbox.await(new Batch<>());
            }
        } else if (isCurrent(envelope)) {
            carryOut(machine.decide(state, envelope.message(), inbound.caller(), new Moment(time, address)));
        }
    }

    /** Keeps the highest epoch of every slice that speaks to this one, and refuses what comes from a lower one. */
    private boolean isCurrent(Envelope envelope) {
        @Nullable Sender sender = envelope.sender();
        if (sender == null) {
            return true;
        }
        long known = seen.getOrDefault(sender.slice(), 0L);
        if (sender.epoch() < known) {
            port.dropped(envelope, "from a superseded owner");
            open.due.add(new Due(Effect.send(sender.slice(), new Superseded(known)), time));
            return false;
        }
        if (sender.epoch() > known) {
            seen.put(sender.slice(), sender.epoch());
            open.seen.put(sender.slice(), sender.epoch());
        }
        return true;
    }

    private void carryOut(Outcome outcome) {
        boolean standsOnOpenFacts = open.hurried;
        for (Event event : outcome.events()) {
            state = machine.apply(state, event);
            if (!(event instanceof Note)) {
                open.add(port.encode(event));
                open.hurried |= !outcome.lazy();
            }
        }
        for (Effect effect : outcome.effects()) {
            place(new Due(effect, time), standsOnOpenFacts);
        }
    }

    /**
     * An early message leaves at once. An early answer does not wait for the facts it came with, but for everything
     * before them: else the caller could hear of a decision that a successor has never seen.
     */
    private void place(Due due, boolean standsOnOpenFacts) {
        if (!due.effect().early() || (due.effect() instanceof Effect.Reply && standsOnOpenFacts)) {
            open.due.add(due);
        } else if (due.effect() instanceof Effect.Reply) {
            outbox.attach(List.of(due));
        } else {
            outbox.leave(due);
        }
    }

    private void refuse(Inbound inbound) {
        port.dropped(inbound.envelope(), "the buffer is full");
        if (inbound.caller() != Caller.NOBODY) {
            port.reply(inbound.caller(), OVERLOADED);
        }
    }

    private long now() {
        return Math.max(time, port.clock());
    }

    private void stop(long byEpoch) {
        phase = Phase.STOPPED;
        waiting.clear();
        port.superseded(byEpoch);
    }
}
