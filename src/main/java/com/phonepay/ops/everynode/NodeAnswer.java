package com.phonepay.ops.everynode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One member, and what it said.
 *
 * @param name for example node-2
 * @param address host and port of its cluster traffic
 * @param state of the member, as Akka calls it: Joining, Up, Leaving, ...
 * @param roles without technical ones
 * @param leader whether it is the cluster's leader
 * @param age 0 for the oldest member, whose turn it is to run the coordinator
 * @param roundTripMs how long the answer took
 * @param json the answer; missing where there was none in time
 */
public record NodeAnswer(
        String name,
        String address,
        String state,
        List<String> roles,
        boolean reachable,
        boolean leader,
        int age,
        int httpPort,
        int gatewayPort,
        double roundTripMs,
        JsonNode json) {
    public boolean hasAnswered() {
        return !json.isMissingNode();
    }
}
