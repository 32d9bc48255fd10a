package com.phonepay.events.kafka;

import akka.actor.ActorSystem;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.journal.JournalFollower;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether somebody asked to publish a slice again, and tells its tap where this node owns it. */
public final class TapRequests {
    private static final Logger LOG = LoggerFactory.getLogger(TapRequests.class);
    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final JournalTap tap;
    private final JournalFollower follower;
    private final Predicate<SliceAddress> owned;

    public TapRequests(JournalTap tap, JournalFollower follower, Predicate<SliceAddress> owned) {
        this.tap = tap;
        this.follower = follower;
        this.owned = owned;
    }

    public void start(ActorSystem system) {
        system.scheduler().scheduleWithFixedDelay(INTERVAL, INTERVAL, this::look, system.dispatcher());
    }

    private void look() {
        tap.newRequests().whenComplete((slices, failure) -> {
            if (failure == null) {
                slices.forEach(name -> slice(name).filter(owned).ifPresent(follower::reread));
            } else {
                LOG.warn("Requests to publish again can not be read: {}", failure.toString());
            }
        });
    }

    private static Optional<SliceAddress> slice(String name) {
        int dash = name.lastIndexOf('-');
        return Arrays.stream(SliceType.values())
                .filter(type -> dash > 0 && type.label().equals(name.substring(0, dash)))
                .findFirst()
                .map(type -> new SliceAddress(type, Integer.parseInt(name, dash + 1, name.length(), 10)));
    }
}
