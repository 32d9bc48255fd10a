package com.phonepay.events.kafka;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventId;
import com.phonepay.events.LiveFeed.Listener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The last events of the feed, and who listens. Every method runs under one lock, so nobody misses or repeats any. */
final class FeedMemory {
    /** At 200 payments a second some minutes; a client that was away for longer reads its lists anew. */
    static final int KEPT = 100_000;

    private final Deque<Item> items = new ArrayDeque<>();
    private final Set<Member> members = new LinkedHashSet<>();
    private final Map<String, EventId> latest = new HashMap<>();
    private String life = "";
    private long[] first = {};
    private long[] next = {};

    private record Item(int partition, long offset, CommittedEvent event) {}

    /** One listener. What it has seen elsewhere already is not told again. */
    final class Member {
        private final Predicate<CommittedEvent> wanted;
        private final Listener listener;
        private @Nullable FeedPoint seen;

        Member(Predicate<CommittedEvent> wanted, Listener listener) {
            this.wanted = wanted;
            this.listener = listener;
        }

        private void tell(Item item, long[] at) {
            boolean fresh = seen == null || item.offset() >= seen.next()[item.partition()];
            if (fresh && wanted.test(item.event())) {
                listener.event(id(at), item.event());
            }
        }

        private String id(long[] at) {
            return seen == null ? new FeedPoint(life, at).encode() : new FeedPoint(life, seen.later(at)).encode();
        }

        void leave() {
            FeedMemory.this.leave(this);
        }
    }

    /** The feed is read from here on. In another life of the topics everything that was known is void. */
    synchronized void begin(String newLife, long[] from) {
        if (newLife.equals(life) && from.length == next.length) {
            return;
        }
        items.clear();
        life = newLife;
        first = from.clone();
        next = from.clone();
        members.forEach(member -> {
            member.seen = null;
            member.listener.gap(member.id(next));
        });
    }

    /** Where reading goes on; null where nothing is known of this life. */
    synchronized long @Nullable [] position(String ofLife) {
        return ofLife.equals(life) ? next.clone() : null;
    }

    /** The next event of a partition. Repeats are left out, and so is what is too old to be news. */
    synchronized void add(int partition, long offset, @Nullable CommittedEvent event) {
        next[partition] = offset + 1;
        if (event == null || !isNew(partition, event.id())) {
            return;
        }
        Item item = new Item(partition, offset, event);
        items.addLast(item);
        if (items.size() > KEPT) {
            Item gone = items.removeFirst();
            first[gone.partition()] = gone.offset() + 1;
        }
        members.forEach(member -> member.tell(item, next));
    }

    private boolean isNew(int partition, EventId id) {
        String place = partition + "/" + id.slice();
        EventId last = latest.get(place);
        if (last != null && !id.isAfter(last)) {
            return false;
        }
        latest.put(place, id);
        return true;
    }

    /** @param after where the listener was before; null begins now */
    synchronized Member join(@Nullable String after, Predicate<CommittedEvent> wanted, Listener listener) {
        Member member = new Member(wanted, listener);
        FeedPoint point =
                after == null ? null : FeedPoint.decode(after, next.length).orElse(null);
        if (after == null) {
            listener.begins(member.id(next));
        } else if (point == null || !point.life().equals(life) || isForgotten(point)) {
            listener.gap(member.id(next));
        } else {
            member.seen = point;
            listener.begins(after);
            replay(member);
        }
        members.add(member);
        return member;
    }

    private boolean isForgotten(FeedPoint point) {
        for (int i = 0; i < first.length; i++) {
            if (point.next()[i] < first[i]) {
                return true;
            }
        }
        return false;
    }

    private void replay(Member member) {
        long[] at = first.clone();
        for (Item item : items) {
            at[item.partition()] = item.offset() + 1;
            member.tell(item, at);
        }
    }

    private synchronized void leave(Member member) {
        members.remove(member);
    }
}
