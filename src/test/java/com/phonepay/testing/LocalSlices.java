package com.phonepay.testing;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Chain;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Inbound;
import com.phonepay.slice.Port;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.SliceClient;
import com.phonepay.slice.SliceCore;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * All slices of a system in one thread and without a fault: production cores and machines over a journal in memory, with
 * a clock that the test moves. Work is done to the end before a call returns.
 */
public final class LocalSlices implements SliceClient {
    private final Map<SliceType, Machine<?>> machines;
    private final Map<SliceAddress, Hosted<?>> hosted = new HashMap<>();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Effect.Alarm> alarms = new ArrayList<>();
    private long now = 1_800_000_000_000L;
    private boolean busy;

    public LocalSlices(Map<SliceType, Machine<?>> machines) {
        this.machines = Map.copyOf(machines);
    }

    public synchronized long now() {
        return now;
    }

    /** Moves the clock and wakes every slice, as often as slices are woken in a running system. */
    public synchronized void advance(Duration time) {
        long until = now + time.toMillis();
        while (now < until) {
            now = Math.min(until, now + Math.max(1_000, time.toMillis() / 50));
            hosted.values().forEach(slice -> work.add(slice.core::wake));
            run();
        }
    }

    @Override
    public synchronized CompletionStage<Answer> ask(SliceAddress to, Message message, Duration timeout) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        Inbound inbound = new Inbound(new Envelope(to, null, now, message), new Waiting(answer));
        work.add(() -> slice(to).core.offer(inbound));
        run();
        return answer;
    }

    /** Sends without waiting for an answer, as another slice would. */
    public synchronized void tell(SliceAddress to, Message message) {
        work.add(() -> slice(to).core.offer(new Inbound(new Envelope(to, null, now, message), Caller.NOBODY)));
        run();
    }

    /** Ends the slice's owner without a word; the next message finds a new one that recovered from the journal. */
    public synchronized void crash(SliceAddress address) {
        slice(address).recover();
        run();
    }

    public synchronized List<Effect.Alarm> alarms() {
        return List.copyOf(alarms);
    }

    /** The journalled rows of a slice. */
    public synchronized List<Row> journal(SliceAddress address) {
        return List.copyOf(slice(address).rows);
    }

    /** What a recovery of the slice would find now, by the machine that hosts it. */
    public synchronized <S> S state(SliceAddress address, Machine<S> machine) {
        Chain<S> chain = new Chain<>(machine, new Released<>(Position.ORIGIN, 0, machine.empty(), Map.of()));
        slice(address).rows.forEach(chain::offer);
        return chain.end().tip().state();
    }

    private Hosted<?> slice(SliceAddress address) {
        Hosted<?> known = hosted.get(address);
        if (known == null) {
            known = new Hosted<>(address, Invariant.present(machines.get(address.type())));
            hosted.put(address, known);
            known.recover();
        }
        return known;
    }

    private void run() {
        if (busy) {
            return;
        }
        busy = true;
        try {
            for (Runnable next = work.poll(); next != null; next = work.poll()) {
                next.run();
            }
        } finally {
            busy = false;
        }
    }

    private record Waiting(CompletableFuture<Answer> answer) implements Caller {}

    private final class Hosted<S> implements Port<S> {
        private final SliceAddress address;
        private final Machine<S> machine;
        private final List<Row> rows = new ArrayList<>();
        private SliceCore<S> core;
        private long epoch;

        Hosted(SliceAddress address, Machine<S> machine) {
            this.address = address;
            this.machine = machine;
            this.core = new SliceCore<>(address, 0, "local", machine, this, Bounds.DEFAULT);
        }

        void recover() {
            epoch++;
            core = new SliceCore<>(address, epoch, "local", machine, this, Bounds.DEFAULT);
            Chain<S> chain = new Chain<>(machine, nothing());
            rows.forEach(chain::offer);
            core.start(chain.end());
        }

        private Released<S> nothing() {
            return new Released<>(Position.ORIGIN, 0, machine.empty(), Map.of());
        }

        @Override
        public long clock() {
            return now;
        }

        @Override
        public Recorded encode(Event event) {
            return new Recorded(event, new byte[100]);
        }

        @Override
        public void append(Row row) {
            SliceCore<S> writer = core;
            rows.add(row);
            work.add(() -> writer.appended(row.position()));
        }

        @Override
        public void readEpoch(long token) {
            SliceCore<S> reader = core;
            work.add(() -> reader.epochRead(token, epoch));
        }

        @Override
        public void flushSoon() {
            work.add(core::flush);
        }

        @Override
        public void send(List<Envelope> envelopes) {
            envelopes.forEach(
                    envelope -> work.add(() -> slice(envelope.to()).core.offer(new Inbound(envelope, Caller.NOBODY))));
        }

        @Override
        public void reply(Caller caller, Answer answer) {
            if (caller instanceof Waiting waiting) {
                waiting.answer().complete(answer);
            }
        }

        @Override
        public void alarm(Effect.Alarm alarm) {
            alarms.add(alarm);
        }

        @Override
        public void activated(Released<S> released) {}

        @Override
        public void released(Position position) {}

        @Override
        public void snapshot(Released<S> released) {}

        @Override
        public void dropped(Envelope envelope, String why) {}

        @Override
        public void superseded(long byEpoch) {}
    }
}
