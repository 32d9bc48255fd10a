package com.phonepay.ops;

import akka.actor.Address;
import akka.actor.ExtendedActorSystem;
import akka.cluster.Cluster;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.http.javadsl.model.ContentTypes;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.StatusCode;
import akka.http.javadsl.model.StatusCodes;
import akka.http.javadsl.server.AllDirectives;
import akka.http.javadsl.server.Route;
import akka.management.javadsl.ManagementRouteProvider;
import akka.management.javadsl.ManagementRouteProviderSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Akka Management serves of ours, on loopback: the node's status, its metrics, and the supervisor's word of a death. */
public final class NodeRoutes extends AllDirectives implements ManagementRouteProvider {
    private static final Logger LOG = LoggerFactory.getLogger(NodeRoutes.class);
    private static final Set<MemberStatus> MAY_BE_DEAD =
            Set.of(MemberStatus.up(), MemberStatus.weaklyUp(), MemberStatus.leaving(), MemberStatus.exiting());

    private final Cluster cluster;
    private final NodeState node;

    public NodeRoutes(ExtendedActorSystem system) {
        cluster = Cluster.get(system);
        node = NodeState.get(system);
    }

    @Override
    public Route routes(ManagementRouteProviderSettings settings) {
        return concat(
                path("metrics", () -> get(() -> complete(node.metrics().scrape()))),
                pathPrefix("phonepay", () -> concat(status(), memberDied())));
    }

    private Route status() {
        return path(
                "status",
                () -> get(() -> complete(
                        HttpResponse.create().withEntity(ContentTypes.APPLICATION_JSON, node.report(cluster)))));
    }

    private Route memberDied() {
        return path(
                "member-died",
                () -> post(() -> optionalHeaderValueByName(
                        "X-Supervisor-Token",
                        token -> parameter("address", address -> complete(memberDied(token, address))))));
    }

    private StatusCode memberDied(Optional<String> token, String address) {
        if (!isSupervisor(token.orElse(""))) {
            return StatusCodes.FORBIDDEN;
        }
        Optional<Address> dead = StreamSupport.stream(
                        cluster.state().getMembers().spliterator(), false)
                .filter(member -> MAY_BE_DEAD.contains(member.status()))
                .map(Member::address)
                .filter(member -> address.equals(
                        member.getHost().orElse("") + ":" + member.getPort().orElse(0)))
                .findFirst();
        dead.filter(member -> !member.equals(cluster.selfAddress())).ifPresent(this::down);
        return StatusCodes.NO_CONTENT;
    }

    private void down(Address member) {
        LOG.warn("The supervisor says that {} has died; it is downed at once", member);
        cluster.down(member);
    }

    /** Compares in constant time; nobody is the supervisor where no token is set. */
    private boolean isSupervisor(String token) {
        byte[] expected = node.supervisorToken().getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
    }
}
