package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Caller;
import com.phonepay.kernel.Effect;
import com.phonepay.kernel.Event;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Port;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slice core's world, made of actors. Only ever called by the host's own thread. */
final class HostPort<S> implements Port<S> {
    private static final Logger LOG = LoggerFactory.getLogger(HostPort.class);

    private final SliceAddress slice;
    private final Hosting hosting;
    private final ActorRef host;
    private final ActorRef journal;
    private final EpochCheck epochCheck;
    private final Runnable flushTimer;
    // In the order of the journal; the older of two that may be on their way at once comes first.
    private final Deque<Unreleased> unreleased = new ArrayDeque<>();

    private record Unreleased(Row row, long decided) {}

    HostPort(
            SliceAddress slice,
            Hosting hosting,
            ActorRef host,
            ActorRef journal,
            EpochCheck epochCheck,
            Runnable flushTimer) {
        this.slice = slice;
        this.hosting = hosting;
        this.host = host;
        this.journal = journal;
        this.epochCheck = epochCheck;
        this.flushTimer = flushTimer;
    }

    @Override
    public long clock() {
        return System.currentTimeMillis();
    }

    @Override
    public Recorded encode(Event event) {
        return hosting.format().record(event);
    }

    @Override
    public void append(Row row) {
        unreleased.add(new Unreleased(row, hosting.steps().decided(slice, row)));
        journal.tell(row, host);
    }

    @Override
    public void readEpoch(long token) {
        epochCheck.ask(token);
    }

    @Override
    public void flushSoon() {
        flushTimer.run();
    }

    @Override
    public void send(List<Envelope> envelopes) {
        for (Envelope envelope : envelopes) {
            hosting.steps().sent(slice, envelope.to(), envelope.message());
        }
        hosting.postman().send(envelopes);
    }

    @Override
    public void reply(Caller caller, Answer answer) {
        if (caller instanceof ActorCaller asked) {
            hosting.steps().replied(slice, answer);
            asked.ref().tell(answer, host);
        }
    }

    @Override
    public void alarm(Effect.Alarm alarm) {
        hosting.meters().alarm(slice, alarm.code());
        LOG.error("ALARM {} at {}: {}", alarm.code(), slice, alarm.detail());
    }

    @Override
    public void activated(Released<S> released) {
        hosting.active().activated(slice);
        hosting.steps().activated(slice, released.position().epoch());
        LOG.info("Slice {} is active at {}", slice, released.position());
    }

    @Override
    public void released(Position position) {
        hosting.meters().released(slice);
        keepUpTo(position);
        hosting.watch().released(slice, position);
    }

    private void keepUpTo(Position position) {
        Unreleased next;
        do {
            next = unreleased.remove();
            hosting.journal().recent().keep(slice, next.row());
            hosting.steps().released(slice, next.row(), next.decided());
        } while (!next.row().position().equals(position));
    }

    @Override
    public void snapshot(Released<S> released) {
        journal.tell(new SliceJournal.Save<>(released), host);
    }

    @Override
    public void dropped(Envelope envelope, String why) {
        hosting.meters().dropped(slice, why);
        LOG.debug("Slice {} drops {}: {}", slice, envelope.message().getClass().getSimpleName(), why);
    }

    @Override
    public void superseded(long byEpoch) {
        host.tell(new SliceHost.Superseded(byEpoch), host);
    }
}
