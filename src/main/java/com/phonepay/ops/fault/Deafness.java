package com.phonepay.ops.fault;

import akka.actor.Address;
import akka.actor.ExtendedActorSystem;
import akka.remote.RemoteActorRefProvider;
import akka.remote.testkit.Blackhole;
import akka.remote.testkit.Direction;
import akka.remote.testkit.SetThrottle;
import akka.remote.testkit.Unthrottled;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Drops everything that goes to or comes from another node, heartbeats included, inside the remoting of this one. */
final class Deafness {
    private final ExtendedActorSystem system;
    private final Set<Address> cut = ConcurrentHashMap.newKeySet();

    Deafness(ExtendedActorSystem system) {
        this.system = system;
    }

    void cut(Address other) {
        cut.add(other);
        command(new SetThrottle(other, Direction.Both$.MODULE$, Blackhole.getInstance()));
    }

    void heal() {
        cut.forEach(other -> command(new SetThrottle(other, Direction.Both$.MODULE$, Unthrottled.getInstance())));
        cut.clear();
    }

    private void command(SetThrottle throttle) {
        ((RemoteActorRefProvider) system.provider()).transport().managementCommand(throttle);
    }
}
