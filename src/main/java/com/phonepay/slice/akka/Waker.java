package com.phonepay.slice.akka;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Props;
import akka.cluster.Cluster;
import akka.cluster.ClusterEvent;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.slice.wire.Wake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Wakes every slice of every type, from every payment node, every two seconds: a slice that moved starts at once and
 * drives its open work. Also tells {@link LocalSlices} who the members are.
 */
final class Waker extends AbstractActorWithTimers {
    private static final Duration EVERY = Duration.ofSeconds(2);
    /** All nodes of a starting cluster have registered their regions by then, so that no slice moves right away. */
    private static final Duration FIRST = Duration.ofMillis(800);

    private static final Set<MemberStatus> PRESENT = Set.of(MemberStatus.up(), MemberStatus.weaklyUp());

    private record Round() {}

    private final Map<SliceType, ActorRef> regions;
    private final int slices;
    private final LocalSlices local;
    private final String role;
    private final Cluster cluster = Cluster.get(getContext().getSystem());

    static Props props(Map<SliceType, ActorRef> regions, int slices, LocalSlices local, String role) {
        return Props.create(Waker.class, () -> new Waker(regions, slices, local, role));
    }

    private Waker(Map<SliceType, ActorRef> regions, int slices, LocalSlices local, String role) {
        this.regions = regions;
        this.slices = slices;
        this.local = local;
        this.role = role;
    }

    @Override
    public void preStart() {
        cluster.subscribe(self(), ClusterEvent.initialStateAsEvents(), ClusterEvent.MemberEvent.class);
        getTimers().startTimerWithFixedDelay("wake", new Round(), FIRST, EVERY);
    }

    @Override
    public void postStop() {
        cluster.unsubscribe(self());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Round.class, round -> wakeAll())
                .match(ClusterEvent.MemberEvent.class, change -> tellMembers())
                .build();
    }

    private void wakeAll() {
        if (cluster.selfMember().status().equals(MemberStatus.up())) {
            regions.forEach((type, region) -> {
                for (int number = 0; number < slices; number++) {
                    region.tell(new Wake(new SliceAddress(type, number)), ActorRef.noSender());
                }
            });
        }
    }

    private void tellMembers() {
        List<String> members = StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member -> member.hasRole(role) && PRESENT.contains(member.status()))
                .map(Waker::address)
                .toList();
        local.members(members);
    }

    private static String address(Member member) {
        return member.address().hostPort();
    }
}
