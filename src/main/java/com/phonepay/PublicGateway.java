package com.phonepay;

import akka.actor.typed.ActorSystem;
import akka.cluster.Cluster;
import akka.cluster.ClusterEvent.CurrentClusterState;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import com.phonepay.edge.gateway.Gateway;
import com.phonepay.edge.gateway.GatewaySettings;
import com.phonepay.edge.gateway.Target;
import com.phonepay.edge.gateway.redis.RedisBuckets;
import com.phonepay.edge.http.EdgeSettings;
import com.phonepay.edge.http.KeyedEndpoints;
import com.phonepay.redis.RedisLink;
import com.phonepay.settings.MemberTags;
import com.phonepay.settings.Settings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Opens the gateway over the payment nodes that are members, as the cluster sees them at each moment. */
final class PublicGateway {
    private static final Set<MemberStatus> SERVES = Set.of(MemberStatus.up(), MemberStatus.weaklyUp());

    private PublicGateway() {}

    static CompletionStage<Gateway> start(
            ActorSystem<?> system, Settings settings, KeyedEndpoints keyed, RedisLink redis) {
        Cluster cluster = Cluster.get(system.classicSystem());
        return Gateway.start(
                system,
                GatewaySettings.from(settings.config()),
                EdgeSettings.from(settings.config()),
                () -> paymentNodes(cluster.state()),
                keyed::covers,
                new RedisBuckets(redis),
                InstantSource.system());
    }

    private static List<Target.Node> paymentNodes(CurrentClusterState state) {
        Set<Member> unreachable = state.getUnreachable();
        List<Target.Node> nodes = new ArrayList<>();
        for (Member member : state.getMembers()) {
            boolean fit =
                    SERVES.contains(member.status()) && member.hasRole("payment") && !unreachable.contains(member);
            if (fit) {
                String host = member.address().getHost().orElse("");
                MemberTags.read(member.getRoles())
                        .ifPresent(tags ->
                                nodes.add(new Target.Node(tags.name(), host, tags.httpPort(), tags.gatewayPort())));
            }
        }
        nodes.sort(Comparator.comparing(Target.Node::name));
        return nodes;
    }
}
