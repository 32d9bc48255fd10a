package com.phonepay.ops.fault;

import akka.actor.AbstractActor;
import akka.actor.AbstractExtensionId;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import akka.actor.Props;
import java.time.Duration;

/**
 * Lets everything that this node sends to slices leave late. Where drills are not enabled nothing stands in the way of
 * a message.
 */
public final class Lag implements Extension {
    private static final Id ID = new Id();

    private final ExtendedActorSystem system;
    private final boolean enabled;
    private volatile int millis;

    private Lag(ExtendedActorSystem system) {
        this.system = system;
        this.enabled = FaultSettings.of(system).enabled();
    }

    public static Lag get(ClassicActorSystemProvider system) {
        return ID.get(system.classicSystem());
    }

    boolean isEnabled() {
        return enabled;
    }

    void set(int milliseconds) {
        millis = Math.max(0, milliseconds);
    }

    /** The way to a region that can be made slow; the region itself where drills are not enabled. */
    public ActorRef before(ActorRef region) {
        return enabled
                ? system.systemActorOf(
                        Gate.props(this, region), "lag-" + region.path().name())
                : region;
    }

    /** Passes on what it gets, in order, now or later. */
    private static final class Gate extends AbstractActor {
        private final Lag lag;
        private final ActorRef region;

        static Props props(Lag lag, ActorRef region) {
            return Props.create(Gate.class, () -> new Gate(lag, region));
        }

        private Gate(Lag lag, ActorRef region) {
            this.lag = lag;
            this.region = region;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(this::pass).build();
        }

        private void pass(Object message) {
            int late = lag.millis;
            if (late == 0) {
                region.forward(message, getContext());
                return;
            }
            ActorSystem system = getContext().getSystem();
            system.scheduler().scheduleOnce(Duration.ofMillis(late), region, message, system.dispatcher(), getSender());
        }
    }

    private static final class Id extends AbstractExtensionId<Lag> {
        @Override
        public Lag createExtension(ExtendedActorSystem system) {
            return new Lag(system);
        }
    }
}
