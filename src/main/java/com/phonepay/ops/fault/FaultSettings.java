package com.phonepay.ops.fault;

import akka.actor.ActorSystem;

/**
 * Whether drills may make this node slow or deaf.
 *
 * @param enabled never in production: the settings refuse to start so
 */
record FaultSettings(boolean enabled) {
    static FaultSettings of(ActorSystem system) {
        return new FaultSettings(system.settings().config().getBoolean("phonepay.drills.enabled"));
    }
}
