package com.phonepay.coordinator;

import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.cluster.Cluster;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import com.phonepay.kernel.Rejection;
import com.phonepay.payment.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who runs the coordinator and who would run it next: the oldest and the second oldest payment node. Handing over means
 * that the oldest leaves in good order; whoever runs its process starts it again, and then it is the youngest.
 */
public final class Leadership {
    private static final Logger LOG = LoggerFactory.getLogger(Leadership.class);
    private static final String ROLE = "payment";
    private static final Rejection NO_BACKUP = Rejection.of(
            "no_backup", Rejection.Kind.CONFLICT, "There is no other node that could take the coordinator over.");

    private final Cluster cluster;

    public Leadership(ActorSystem system) {
        this.cluster = Cluster.get(system);
    }

    /** A hand-over that was asked for: addresses of members, host:port. */
    public record HandOver(String from, String to) {}

    /** The node that runs the coordinator, host:port; empty while there is none. */
    public Optional<String> primary() {
        return byAge().stream().findFirst().map(member -> member.address().hostPort());
    }

    /** The node that would run it next. */
    public Optional<String> backup() {
        return byAge().stream().skip(1).findFirst().map(member -> member.address()
                .hostPort());
    }

    /** Lets the coordinator's node leave. Refused with {@code no_backup}. */
    public Reply<HandOver> handOver() {
        List<Member> members = byAge();
        if (members.size() < 2) {
            return Reply.refused(NO_BACKUP);
        }
        Address oldest = members.get(0).address();
        LOG.warn("The coordinator is handed over: {} leaves", oldest);
        cluster.leave(oldest);
        return Reply.given(
                new HandOver(hostPort(oldest), hostPort(members.get(1).address())));
    }

    private List<Member> byAge() {
        List<Member> members = new ArrayList<>();
        cluster.state().getMembers().forEach(member -> {
            if (member.hasRole(ROLE) && member.status().equals(MemberStatus.up())) {
                members.add(member);
            }
        });
        members.sort(Member.ageOrdering());
        return members;
    }

    private static String hostPort(Address address) {
        return address.getHost().orElse("") + ":" + address.getPort().orElse(0);
    }
}
