package com.phonepay.infra.supervisor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cluster at one moment.
 *
 * @param supervisorPid the supervisor's process
 * @param profile the limits' profile it was started with
 */
public record StatusReport(
        long supervisorPid, String profile, List<NodeStatus> nodes, List<ServerStatus> infrastructure) {

    /**
     * One node.
     *
     * @param pid null when it does not run
     * @param gatewayPort null until its gateway listens
     * @param state the member's state in the cluster (Up, Joining, …); Down when the node does not answer
     * @param coordinator whether the coordinator runs on it
     * @param restarts how often it was started again after it died by itself
     */
    public record NodeStatus(
            String name,
            List<String> roles,
            @Nullable Long pid,
            int httpPort,
            @Nullable Integer gatewayPort,
            int managementPort,
            String state,
            boolean coordinator,
            int restarts) {}

    /**
     * One server that the nodes use.
     *
     * @param pid null when it does not run, or when somebody else runs it
     */
    public record ServerStatus(String name, @Nullable Long pid, int port, int restarts) {}
}
