package com.phonepay.infra.launcher;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.PortHolder;
import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.supervisor.ClusterPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be true of the machine before anything starts. Every finding names its remedy. */
final class Preflight {

    private static final int MB = 1_000_000;
    private static final int NODE_MB = 600;
    private static final long DISK_MB = 1_000;

    private final Layout layout;
    private final ClusterPlan plan;

    Preflight(Layout layout, ClusterPlan plan) {
        this.layout = layout;
        this.plan = plan;
    }

    /** Everything that stands in the way; empty when the cluster can start. */
    List<String> findings() throws IOException {
        var findings = new ArrayList<String>();
        checkJava(findings);
        ports().forEach((port, use) -> checkPort(port, use, findings));
        checkMemory(findings);
        checkDisk(findings);
        return findings;
    }

    private void checkJava(List<String> findings) {
        int version = Runtime.version().feature();
        if (version != 17 && needsJava17()) {
            findings.add("Java " + version + " runs this, but Cassandra needs Java 17: set JAVA_HOME to a JDK 17.");
        }
    }

    /** Every port the cluster will listen on, and what for. */
    Map<Integer, String> ports() {
        var ports = new LinkedHashMap<Integer, String>();
        for (int node : plan.numbers()) {
            ports.put(layout.httpPort(node), "the payment API of node " + node);
            ports.put(layout.gatewayPort(node), "the gateway of node " + node);
            ports.put(layout.managementPort(node), "the management of node " + node);
            ports.put(layout.arteryPort(node), "the cluster traffic of node " + node);
        }
        plan.embedded(layout).forEach(server -> ports.putAll(server.ports()));
        return ports;
    }

    private static void checkPort(int port, String use, List<String> findings) {
        if (Ports.isFree(port)) {
            return;
        }
        var holder = PortHolder.of(port)
                .map(known -> "process " + known.pid() + " (" + known.command() + ")")
                .orElse("another user's process");
        findings.add("Port " + port + ", for " + use + ", is held by " + holder
                + ". Stop it, or move all ports: PHONEPAY_PORT_OFFSET=1000 ./phonepay up");
    }

    private void checkMemory(List<String> findings) {
        long need = (long) plan.nodes() * NODE_MB + serversMegabytes();
        Memory.availableBytes().ifPresent(available -> {
            if (available / MB < need) {
                findings.add("This needs about " + need + " MB of memory and " + available / MB
                        + " MB are free. Close something, or start one node: ./phonepay up --nodes 1");
            }
        });
    }

    private boolean needsJava17() {
        return plan.embedded(layout).stream().anyMatch(server -> server.name().equals("cassandra"));
    }

    private long serversMegabytes() {
        return plan.embedded(layout).stream()
                .mapToLong(EmbeddedServer::megabytes)
                .sum();
    }

    private void checkDisk(List<String> findings) throws IOException {
        Files.createDirectories(layout.data());
        long free = Files.getFileStore(layout.data()).getUsableSpace() / MB;
        if (free < DISK_MB) {
            findings.add("Only " + free + " MB of disk are free where " + layout.data()
                    + " is. Make room, or put the data elsewhere: PHONEPAY_DATA=/some/where ./phonepay up");
        }
    }
}
