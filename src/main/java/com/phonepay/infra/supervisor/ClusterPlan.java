package com.phonepay.infra.supervisor;

import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.EmbeddedServers;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The cluster that the supervisor is to run.
 *
 * @param nodes how many nodes: 1, or 3 to 9
 * @param profile the limits' profile: default or load
 * @param drills whether administrators may order drills over the API
 * @param tls whether the nodes speak TLS, to people and to each other
 * @param external addresses of the servers that somebody else runs, by name; the others are embedded
 * @param libraries the jars of a node that change rarely, as a class path
 * @param ownClasses the jar that changes with every build
 * @param mainClass the main class of a node
 * @param archives the directory for start archives, or null to do without
 */
public record ClusterPlan(
        int nodes,
        String profile,
        boolean drills,
        boolean tls,
        Map<String, String> external,
        String libraries,
        String ownClasses,
        String mainClass,
        @Nullable String archives) {

    public static final String NODE_MAIN = "com.phonepay.Main";

    /** The tenth node's payment port would be the second node's gateway port. */
    public static final int MOST_NODES = 9;

    public ClusterPlan {
        if (nodes != 1 && (nodes < 3 || nodes > MOST_NODES)) {
            throw new IllegalArgumentException("A cluster has 1 node, or 3 to " + MOST_NODES
                    + ": with two, the loss of one always stops the other. Asked for: " + nodes);
        }
    }

    public static ClusterPlan read(Layout layout) throws IOException {
        return JsonFiles.read(file(layout), ClusterPlan.class);
    }

    public void write(Layout layout) throws IOException {
        JsonFiles.write(file(layout), this);
    }

    /** The libraries come first: an archive of their classes then serves every build. */
    public String classpath() {
        return libraries + File.pathSeparator + ownClasses;
    }

    /** The servers that this cluster runs itself. */
    public List<EmbeddedServer> embedded(Layout layout) {
        return EmbeddedServers.all(layout).stream()
                .filter(server -> !external.containsKey(server.name()))
                .toList();
    }

    /** Where the nodes find a server, its own or somebody else's. */
    public String address(EmbeddedServer server) {
        return external.getOrDefault(server.name(), server.address());
    }

    /** How many members must be there before the cluster begins to work. */
    public int minMembers() {
        return nodes == 1 ? 1 : 2;
    }

    /** The nodes' numbers, from 1. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, nodes).boxed().toList();
    }

    private static Path file(Layout layout) {
        return layout.run().resolve("plan.json");
    }
}
