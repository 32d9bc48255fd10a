package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import com.phonepay.kernel.SliceAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a slice's epoch for as long as it takes: nothing may leave before it is known, so giving up is no choice. */
final class EpochCheck {
    private static final Logger LOG = LoggerFactory.getLogger(EpochCheck.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final ActorSystem system;
    private final Epochs epochs;
    private final SliceAddress slice;
    private final ActorRef host;
    private final BooleanSupplier wanted;

    /** @param wanted false once the host has ended; asked from any thread */
    EpochCheck(ActorSystem system, Epochs epochs, SliceAddress slice, ActorRef host, BooleanSupplier wanted) {
        this.system = system;
        this.epochs = epochs;
        this.slice = slice;
        this.host = host;
        this.wanted = wanted;
    }

    void ask(long token) {
        read(token, FIRST_PAUSE);
    }

    private void read(long token, Duration pause) {
        epochs.read(slice).whenComplete((epoch, failure) -> {
            if (failure == null) {
                host.tell(new SliceHost.EpochRead(token, epoch), ActorRef.noSender());
            } else if (wanted.getAsBoolean()) {
                LOG.warn("The epoch of {} can not be read, trying again: {}", slice, failure.toString());
                again(token, pause);
            }
        });
    }

    private void again(long token, Duration pause) {
        Duration longer = pause.multipliedBy(2);
        Duration next = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
        system.scheduler().scheduleOnce(pause, () -> read(token, next), system.dispatcher());
    }
}
