package com.phonepay.ops;

import akka.cluster.Cluster;
import akka.cluster.Member;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.settings.MemberTags;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * The answer to {@code GET /phonepay/status}.
 *
 * @param state of the cluster member, as Akka calls it: Joining, Up, Leaving, ...
 * @param serving whether the public API is open here
 * @param slices the active slices of this node, numbers by type
 * @param workers the transactions that each worker of this node has handled lately
 */
record NodeReport(
        int node,
        String state,
        boolean serving,
        Set<String> roles,
        String address,
        boolean coordinator,
        Map<String, List<Integer>> slices,
        Map<String, List<String>> workers,
        List<MemberReport> members,
        NodeLoad load) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One member of the cluster as this node sees it. */
    record MemberReport(String address, String state, Set<String> roles, boolean reachable) {}

    static NodeReport of(NodeState node, Cluster cluster) {
        Member self = cluster.selfMember();
        return new NodeReport(
                node.number(),
                self.status().toString(),
                node.isServing(),
                roles(self),
                address(self),
                node.isCoordinator(),
                node.slices(),
                node.workers(),
                members(cluster),
                NodeLoad.now());
    }

    static String json(NodeReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is plain data", e);
        }
    }

    private static List<MemberReport> members(Cluster cluster) {
        Set<Member> unreachable = cluster.state().getUnreachable();
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .map(member -> new MemberReport(
                        address(member), member.status().toString(), roles(member), !unreachable.contains(member)))
                .sorted(Comparator.comparing(MemberReport::address))
                .toList();
    }

    static String address(Member member) {
        return member.address().getHost().orElse("") + ":"
                + member.address().getPort().orElse(0);
    }

    private static Set<String> roles(Member member) {
        Set<String> roles = new TreeSet<>(member.getRoles());
        roles.removeIf(role -> role.startsWith("dc-") || MemberTags.isTag(role));
        return roles;
    }
}
