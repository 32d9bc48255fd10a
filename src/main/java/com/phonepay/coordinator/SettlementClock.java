package com.phonepay.coordinator;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.slice.SliceClient;
import com.phonepay.wallet.CloseWindows;
import com.phonepay.wallet.WindowsClosed;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every wallet slice that a cut-off has come, until each has said that nothing is left to close. Which payment is
 * in which window is decided by the slices alone; a word that comes late, twice or from two of these closes nothing more.
 */
public final class SettlementClock extends AbstractBehavior<SettlementClock.Command> {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementClock.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int CLOSED_AT_ONCE = 50;

    /** What the clock is told, by itself only. */
    public sealed interface Command {}

    private record Look() implements Command {}

    private record Told(int slice, long cutOff, @Nullable Answer answer) implements Command {}

    private final SliceClient client;
    private final Slices slices;
    private final CutOffs cutOffs;
    private final InstantSource clock;
    /** The last cut-off before which nothing is left to close, by slice. */
    private final long[] done;
    /** Slices that were asked and have not answered. */
    private final boolean[] asked;

    /** The clock, to be started as a singleton. */
    public static Behavior<Command> create(SliceClient client, Slices slices, CutOffs cutOffs, InstantSource clock) {
        return Behaviors.setup(context ->
                Behaviors.withTimers(timers -> new SettlementClock(context, timers, client, slices, cutOffs, clock)));
    }

    private SettlementClock(
            ActorContext<Command> context,
            TimerScheduler<Command> timers,
            SliceClient client,
            Slices slices,
            CutOffs cutOffs,
            InstantSource clock) {
        super(context);
        this.client = client;
        this.slices = slices;
        this.cutOffs = cutOffs;
        this.clock = clock;
        this.done = new long[slices.count()];
        this.asked = new boolean[slices.count()];
        timers.startTimerWithFixedDelay(new Look(), EVERY);
    }

    @Override
    public Receive<Command> createReceive() {
        return newReceiveBuilder()
                .onMessage(Look.class, look -> look())
                .onMessage(Told.class, this::told)
                .build();
    }

    private Behavior<Command> look() {
        long cutOff = cutOffs.last(clock.millis());
        for (int slice = 0; slice < slices.count(); slice++) {
            if (done[slice] < cutOff && !asked[slice]) {
                close(slice, cutOff);
            }
        }
        return this;
    }

    private void close(int slice, long cutOff) {
        asked[slice] = true;
        SliceAddress address = new SliceAddress(SliceType.WALLETS, slice);
        getContext()
                .pipeToSelf(
                        client.ask(address, new CloseWindows(cutOff, CLOSED_AT_ONCE), TIMEOUT),
                        (answer, failure) -> new Told(slice, cutOff, answer));
    }

    /** A slice that does not answer, or has more to close, is told again soon. */
    private Behavior<Command> told(Told told) {
        asked[told.slice()] = false;
        if (told.answer() instanceof WindowsClosed closed) {
            if (closed.closed() > 0) {
                LOG.info("wallets-{} closed {} windows, {} left", told.slice(), closed.closed(), closed.left());
            }
            if (closed.left() == 0) {
                done[told.slice()] = told.cutOff();
            }
        }
        return this;
    }
}
