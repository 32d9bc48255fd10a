package com.phonepay.edge.http;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.LiveFeed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A feed in which happens what a test says. */
final class DrivenFeed implements LiveFeed {
    final List<Following> following = new CopyOnWriteArrayList<>();

    record Following(@Nullable String after, Predicate<CommittedEvent> wanted, Listener listener) {}

    EventPorts ports() {
        return new EventPorts(this, () -> CompletableFuture.completedFuture(Served.SLICES.count() * 4));
    }

    void happens(String id, CommittedEvent event) {
        following.stream().filter(one -> one.wanted().test(event)).forEach(one -> one.listener()
                .event(id, event));
    }

    @Override
    public Subscription follow(@Nullable String after, Predicate<CommittedEvent> wanted, Listener listener) {
        Following one = new Following(after, wanted, listener);
        listener.begins(after == null ? "now.AA" : after);
        following.add(one);
        return () -> following.remove(one);
    }
}
