package com.phonepay.simulation;

import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.Invariant;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Inbound;
import com.phonepay.slice.Port;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import com.phonepay.slice.SliceCore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One owner's life with one slice: the production core, and a port to the simulated world. */
final class Incarnation<S> implements Port<S> {
    private static final byte[] STORED = new byte[64];

    private final World world;
    private final SimulatedSlice<S> slice;
    private long skew;
    private long epoch;
    private boolean paused;
    private boolean dead;
    private boolean wakeUnderWay;
    private long unwritableUntil;
    private long unreadableUntil;

    @Nullable
    private SliceCore<S> core;

    @Nullable
    private Recovered<S> readBefore;

    @Nullable
    private Write<S> write;

    Incarnation(World world, SimulatedSlice<S> slice, long skew) {
        this.world = world;
        this.slice = slice;
        this.skew = skew;
    }

    /** First an epoch, and only then the journal; a planted bug turns it round. */
    void begin() {
        if (world.product().takesEpochFirst()) {
            then(this::takeEpoch);
        } else {
            then(() -> {
                readBefore = slice.recover(slice.base());
                then(this::takeEpoch);
            });
        }
    }

    private void takeEpoch() {
        long wanted = slice.journal().epoch() + 1;
        if (world.strikes(Fault.EPOCH_OUTCOME_UNKNOWN, 150)) {
            boolean applied = world.chance().nextBoolean();
            if (applied) {
                slice.journal().propose(wanted - 1, wanted);
            }
            then(() -> resolveEpoch(wanted));
        } else {
            slice.journal().propose(wanted - 1, wanted);
            own(wanted);
        }
    }

    private void resolveEpoch(long wanted) {
        if (!world.product().burnsUnknownEpochs() && slice.journal().epoch() == wanted) {
            own(wanted);
        } else {
            takeEpoch();
        }
    }

    private void own(long taken) {
        epoch = taken;
        core = world.product().core(slice.address(), epoch, slice.machine(), this);
        Recovered<S> known = readBefore;
        then(known == null ? this::readSnapshot : () -> start(known));
    }

    private void readSnapshot() {
        Released<S> base = slice.base();
        then(() -> start(slice.recover(base)));
    }

    private void start(Recovered<S> recovered) {
        if (recovered.discarded() > 0) {
            world.tally().hit(MatrixRow.R26_SUPERSEDED_ROWS_IN_THE_JOURNAL);
        }
        core().start(recovered);
    }

    void deliver(Envelope envelope, Caller caller) {
        if (core != null) {
            core().offer(new Inbound(envelope, caller));
        }
    }

    void wakeSoon() {
        if (core != null && core().isRunning() && !wakeUnderWay) {
            wakeUnderWay = true;
            then(() -> {
                wakeUnderWay = false;
                core().wake();
            });
        }
    }

    void acknowledged(Write<S> landed) {
        write = null;
        core().appended(landed.row().position());
    }

    /** Gone at once, with everything it has not written. */
    void die() {
        dead = true;
        slice.remove(this);
    }

    boolean isDead() {
        return dead;
    }

    boolean runs() {
        return core != null && core().isRunning();
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    /** Its writes do not arrive for so many steps. */
    void cutOffFromWriting(int steps) {
        unwritableUntil = world.tally().steps() + steps;
    }

    /** It can not read its epoch for so many steps. */
    void cutOffFromReading(int steps) {
        unreadableUntil = world.tally().steps() + steps;
    }

    boolean canWrite() {
        return dead || world.tally().steps() >= unwritableUntil;
    }

    private boolean canRead() {
        return world.tally().steps() >= unreadableUntil;
    }

    void skew(long ms) {
        skew = ms;
    }

    long epoch() {
        return epoch;
    }

    SimulatedSlice<S> slice() {
        return slice;
    }

    @Nullable
    Write<S> write() {
        return write;
    }

    private SliceCore<S> core() {
        return Invariant.present(core);
    }

    private void then(Runnable what) {
        world.pool().add(when(what));
    }

    /** Happens only while this owner lives, and not while it is paused. */
    Pending when(Runnable what) {
        return new Own(what);
    }

    private final class Own implements Pending {
        private final Runnable what;

        Own(Runnable what) {
            this.what = what;
        }

        @Override
        public boolean isVoid() {
            return dead;
        }

        @Override
        public boolean isBlocked() {
            return paused;
        }

        @Override
        public void happen() {
            what.run();
        }
    }

    @Override
    public long clock() {
        return world.now() + skew;
    }

    @Override
    public Recorded encode(Event event) {
        return new Recorded(event, STORED);
    }

    @Override
    public void append(Row row) {
        world.oracle().written(slice.address(), row);
        Write<S> next = new Write<>(world, slice, this, row);
        write = next;
        world.pool().add(next);
    }

    /** The register is read at one moment, which may be long in coming, and the answer arrives at a later one. */
    @Override
    public void readEpoch(long token) {
        boolean slow = world.strikes(Fault.EPOCH_READ_IS_SLOW, 40);
        world.pool().add(new EpochRead(token, world.tally().steps() + (slow ? world.slowly() : 0)));
    }

    private final class EpochRead implements Pending {
        private final long token;
        private final long notBefore;

        EpochRead(long token, long notBefore) {
            this.token = token;
            this.notBefore = notBefore;
        }

        @Override
        public boolean isVoid() {
            return dead;
        }

        @Override
        public boolean isBlocked() {
            return world.storeIsDown() || !canRead() || world.tally().steps() < notBefore;
        }

        @Override
        public void happen() {
            long current = slice.journal().epoch();
            then(() -> core().epochRead(token, current));
        }
    }

    @Override
    public void flushSoon() {
        then(() -> core().flush());
    }

    @Override
    public void send(List<Envelope> envelopes) {
        for (Envelope envelope : envelopes) {
            world.oracle().sent(slice.address(), epoch, envelope);
            world.network().send(envelope);
        }
    }

    @Override
    public void reply(Caller caller, Answer answer) {
        if (caller instanceof Asked asked) {
            world.oracle().told(slice.address(), asked, answer);
            world.clients().told(asked, answer);
        }
    }

    @Override
    public void alarm(Effect.Alarm alarm) {
        world.oracle().alarmed(alarm);
    }

    @Override
    public void activated(Released<S> released) {
        world.tally().count("activations");
        slice.compare(released);
    }

    @Override
    public void released(Position position) {
        world.oracle().released(slice.address(), position);
        slice.nudge(position);
    }

    @Override
    public void snapshot(Released<S> released) {
        slice.saveSoon(released);
    }

    @Override
    public void dropped(Envelope envelope, String why) {
        world.tally().count("dropped " + why);
    }

    @Override
    public void superseded(long byEpoch) {
        world.tally().count("owners that found themselves superseded");
        die();
    }
}
