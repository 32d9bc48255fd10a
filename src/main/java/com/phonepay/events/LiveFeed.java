package com.phonepay.events;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Events as they happen, for those who are connected now. Each node reads them once and hands them to all. */
public interface LiveFeed {
    /** The topics of the feed. */
    static boolean carries(Topic topic) {
        return topic == Topic.PAYMENT_COMPLETED || topic == Topic.PAYMENT_FAILED || topic == Topic.FRAUD_SCREENED;
    }

    /**
     * Hands the listener every wanted event from now on, and before that what came after the given point.
     *
     * @param after the id of the last event that was received, from any node; null begins now
     */
    Subscription follow(@Nullable String after, Predicate<CommittedEvent> wanted, Listener listener);

    /** Called by one thread at a time. Must return at once. */
    interface Listener {
        /** Called first: from here on it can be resumed. */
        void begins(String id);

        void event(String id, CommittedEvent event);

        /** What came after the given point is not known any more: whoever shows lists must read them anew. */
        void gap(String id);
    }

    /** One listener's connection. */
    interface Subscription {
        void cancel();
    }
}
