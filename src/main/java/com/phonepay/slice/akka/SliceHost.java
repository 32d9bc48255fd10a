package com.phonepay.slice.akka;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Props;
import akka.actor.Status;
import akka.actor.Terminated;
import akka.pattern.Patterns;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Inbound;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recovered;
import com.phonepay.slice.Sender;
import com.phonepay.slice.SliceCore;
import com.phonepay.slice.UnexplainedRowException;
import com.phonepay.slice.wire.Delivery;
import com.phonepay.slice.wire.PackedDelivery;
import com.phonepay.slice.wire.Request;
import com.phonepay.slice.wire.ToSlice;
import com.phonepay.slice.wire.Wake;
import com.phonepay.slice.wire.Wire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The actor of one slice. Its life: take an epoch, and only then read the journal; hand what was found to a
 * {@link SliceCore} and drive it; at the first doubt (a write of unknown outcome, a higher epoch, a bug) drop
 * everything, rest for a random while, and end. The next {@link Wake} starts it anew, wherever sharding places it then.
 */
final class SliceHost<S> extends AbstractActorWithTimers {
    private static final Logger LOG = LoggerFactory.getLogger(SliceHost.class);
    private static final Duration FLUSH_AFTER = Duration.ofMillis(10);
    private static final long WAKE_CHECK_NANOS = Duration.ofMillis(1500).toNanos();

    record EpochTaken(long epoch) {}

    record EpochRead(long token, long epoch) {}

    record Appended(Position position) {}

    /** The journal child has nothing more to give: a failed recovery, or a write whose outcome is unknown. */
    record Broken(Throwable cause) {}

    record Superseded(long byEpoch) {}

    private record Flush() {}

    private record Over() {}

    private final SliceAddress slice;
    private final Machine<S> machine;
    private final Hosting hosting;
    private final long startedAt = System.nanoTime();

    private volatile boolean live = true;
    private long lastWake;

    @Nullable
    private SliceCore<S> core;

    /** The actor's name is the number of its slice, as sharding names its entities. */
    static <S> Props props(SliceType type, Machine<S> machine, Hosting hosting) {
        return Props.create(SliceHost.class, () -> new SliceHost<>(type, machine, hosting));
    }

    private SliceHost(SliceType type, Machine<S> machine, Hosting hosting) {
        this.slice = new SliceAddress(type, Integer.parseInt(self().path().name()));
        this.machine = machine;
        this.hosting = hosting;
    }

    @Override
    public void preStart() {
        Patterns.pipe(
                        hosting.epochs().take(slice, hosting.node()).thenApply(EpochTaken::new),
                        getContext().dispatcher())
                .to(self());
    }

    @Override
    public void postStop() {
        if (live) {
            hosting.steps().ended(slice, "moves");
        }
        live = false;
        hosting.active().ended(slice);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Delivery.class, delivery -> offer(delivery.envelopes(), Caller.NOBODY))
                .match(Request.class, this::request)
                .match(Appended.class, appended -> drive(core -> core.appended(appended.position())))
                .match(EpochRead.class, read -> drive(core -> core.epochRead(read.token(), read.epoch())))
                .match(PackedDelivery.class, packed -> offer(unpack(packed), Caller.NOBODY))
                .match(Flush.class, flush -> drive(SliceCore::flush))
                .match(Wake.class, wake -> wake())
                .match(EpochTaken.class, taken -> activate(taken.epoch()))
                .match(Recovered.class, this::recovered)
                .match(Superseded.class, lost -> rest("superseded by epoch " + lost.byEpoch(), null, 4000))
                .match(Broken.class, broken -> rest("its journal failed", broken.cause(), restAfter(broken.cause())))
                .match(Terminated.class, ended -> rest("its journal ended", null, 1500))
                .match(Status.Failure.class, failed -> rest("no epoch could be taken", failed.cause(), 1500))
                .build();
    }

    private void activate(long epoch) {
        ActorRef journal =
                getContext().watch(getContext().actorOf(SliceJournal.props(slice, machine, hosting), "journal"));
        EpochCheck check = new EpochCheck(getContext().getSystem(), hosting.epochs(), slice, self(), () -> live);
        HostPort<S> port = new HostPort<>(slice, hosting, self(), journal, check, this::flushSoon);
        core = new SliceCore<>(slice, epoch, hosting.node(), machine, port, hosting.bounds());
    }

    @SuppressWarnings("unchecked")
    private void recovered(Recovered<?> recovered) {
        hosting.meters().recovered(slice, System.nanoTime() - startedAt);
        if (recovered.discarded() > 0) {
            hosting.meters().discardedRows(slice, recovered.discarded());
            LOG.warn("Slice {}: {} rows of superseded owners were left out", slice, recovered.discarded());
        }
        drive(core -> core.start((Recovered<S>) recovered));
    }

    private void request(Request request) {
        offer(List.of(request.envelope()), new ActorCaller(sender()));
    }

    private List<Envelope> unpack(PackedDelivery packed) {
        return Wire.get(getContext().getSystem()).deliveries().decode(packed.bytes());
    }

    private void offer(List<Envelope> envelopes, Caller caller) {
        drive(core -> {
            envelopes.forEach(this::hear);
            core.offerAll(envelopes.stream()
                    .map(envelope -> new Inbound(envelope, caller))
                    .toList());
        });
    }

    private void hear(Envelope envelope) {
        Sender sender = envelope.sender();
        hosting.steps().received(slice, sender == null ? "" : sender.slice().toString(), envelope.message());
    }

    /** Every payment node wakes every slice; one look at what is overdue is enough for all of them. */
    private void wake() {
        long now = System.nanoTime();
        if (core != null && core.isRunning() && now - lastWake > WAKE_CHECK_NANOS) {
            lastWake = now;
            drive(SliceCore::wake);
        }
    }

    private void flushSoon() {
        getTimers().startSingleTimer("flush", new Flush(), FLUSH_AFTER);
    }

    /** What arrives before there is an epoch is lost like any message; senders repeat. An exception is a bug. */
    private void drive(Drive<S> drive) {
        if (core == null) {
            return;
        }
        try {
            drive.with(core);
        } catch (RuntimeException bug) {
            LOG.error("Slice {} met a bug and starts again from its journal", slice, bug);
            hosting.meters().alarm(slice, "slice_bug");
            rest("a bug", bug, 5000);
        }
    }

    private interface Drive<S> {
        void with(SliceCore<S> core);
    }

    private void rest(String why, @Nullable Throwable cause, int atMostMillis) {
        LOG.warn("Slice {} ends: {}{}", slice, why, cause == null ? "" : " (" + cause + ")");
        hosting.meters().ended(slice, why.startsWith("superseded") ? "superseded" : why);
        live = false;
        hosting.active().ended(slice);
        hosting.steps().ended(slice, why);
        core = null;
        getTimers().cancelAll();
        getContext().getChildren().forEach(getContext()::stop);
        int millis = ThreadLocalRandom.current().nextInt(atMostMillis / 4, atMostMillis);
        getTimers().startSingleTimer("rest", new Over(), Duration.ofMillis(millis));
        getContext()
                .become(receiveBuilder()
                        .match(Over.class, over -> getContext().stop(self()))
                        .match(ToSlice.class, lost -> hosting.meters().dropped(slice, "the slice rests"))
                        .matchAny(late -> {})
                        .build());
    }

    private static int restAfter(Throwable cause) {
        return cause instanceof UnexplainedRowException ? 60_000 : 2000;
    }
}
