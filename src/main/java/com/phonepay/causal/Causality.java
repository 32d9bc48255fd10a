package com.phonepay.causal;

import akka.actor.AbstractExtensionId;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import com.phonepay.causal.Step.Event;

/** One node's clock and log. An extension, because the serializer of its messages is made from nothing but the system. */
public final class Causality implements Extension {
    private static final Id ID = new Id();
    private static final String NOTHING = "";

    private final CausalSettings settings;
    private final LamportClock clock = new LamportClock(System::currentTimeMillis);
    private final CausalLog log;

    private Causality(CausalSettings settings) {
        this.settings = settings;
        this.log = new CausalLog(settings.keep());
    }

    public static Causality get(ClassicActorSystemProvider system) {
        return ID.get(system.classicSystem());
    }

    public boolean isEnabled() {
        return settings.enabled();
    }

    /** The name of this node. */
    public String node() {
        return settings.node();
    }

    public LamportClock clock() {
        return clock;
    }

    public CausalLog log() {
        return log;
    }

    CausalSettings settings() {
        return settings;
    }

    /** A message leaves this node's service now. */
    public void sent(String service, String to, String name, String transaction, String detail) {
        note(clock.tick(), service, name, Event.SENT, service, to, transaction, NOTHING, detail);
    }

    /** A message has come to this node's service. */
    public void received(String service, String from, String name, String transaction, String detail) {
        note(clock.tick(), service, name, Event.RECEIVED, from, service, transaction, NOTHING, detail);
    }

    /** Something is true now, since the moment of that number. */
    public void done(long lamport, String service, String name, String transaction, String detail) {
        note(lamport, service, name, Event.DONE, service, service, transaction, NOTHING, detail);
    }

    /** A message of HTTP, which is known by its request before it is known by its transaction. */
    public void http(long lamport, String service, String name, Event event, String other, HttpIds ids, String detail) {
        boolean leaves = event == Event.SENT;
        note(
                lamport,
                service,
                name,
                event,
                leaves ? service : other,
                leaves ? other : service,
                ids.transaction(),
                ids.request(),
                detail);
    }

    /** What ties a request to a transaction; the transaction is empty where no answer named it. */
    public record HttpIds(String transaction, String request) {}

    private void note(
            long lamport,
            String service,
            String name,
            Event event,
            String from,
            String to,
            String transaction,
            String request,
            String detail) {
        if (settings.enabled()) {
            // Said afterwards, a step still has the wall time of its number; the clock may run ahead, the wall may not.
            long at = Math.min(System.currentTimeMillis(), lamport / 1000);
            log.note(new Step(
                    lamport, at, settings.node(), service, name, event, from, to, transaction, request, detail));
        }
    }

    private static final class Id extends AbstractExtensionId<Causality> {
        @Override
        public Causality createExtension(ExtendedActorSystem system) {
            return new Causality(CausalSettings.of(system.settings().config()));
        }
    }
}
