package com.phonepay.ops;

import akka.actor.AbstractExtensionId;
import akka.actor.ClassicActorSystemProvider;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import akka.cluster.Cluster;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What this node says of itself. An extension, because Akka Management makes its routes from nothing but the system. */
public final class NodeState implements Extension {
    private static final Id ID = new Id();

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Supplier<CompletionStage<Boolean>>> readiness = new ConcurrentHashMap<>();
    private volatile int number;
    private volatile String supervisorToken = "";
    private volatile boolean coordinator;
    private volatile boolean serving;
    private volatile Supplier<Map<String, List<Integer>>> slices = Map::of;
    private volatile Supplier<Map<String, List<String>>> workers = Map::of;

    private NodeState() {}

    public static NodeState get(ClassicActorSystemProvider system) {
        return ID.get(system.classicSystem());
    }

    public PrometheusMeterRegistry metrics() {
        return metrics;
    }

    /**
     * Tells who this node is.
     *
     * @param supervisorToken what the supervisor proves itself with; empty where there is none
     */
    public void identify(int number, String supervisorToken) {
        this.number = number;
        this.supervisorToken = supervisorToken;
    }

    /**
     * Tells what this node owns.
     *
     * @param slices gives the active slices of this node, numbers by type
     */
    public void owns(Supplier<Map<String, List<Integer>>> slices) {
        this.slices = slices;
    }

    /**
     * Tells what the workers of this node do.
     *
     * @param workers gives the transactions that each worker has handled lately, the newest last
     */
    public void works(Supplier<Map<String, List<String>>> workers) {
        this.workers = workers;
    }

    /**
     * Tells how to see whether something that this node needs is there.
     *
     * @param need one of the names in {@link Readiness}
     */
    public void needs(String need, Supplier<CompletionStage<Boolean>> check) {
        readiness.put(need, check);
    }

    /** Whether it is there now; false as long as nobody has told how to see it. */
    CompletionStage<Boolean> has(String need) {
        Supplier<CompletionStage<Boolean>> check = readiness.get(need);
        return check == null
                ? CompletableFuture.completedFuture(false)
                : check.get().exceptionally(fault -> false);
    }

    /** Whether the coordinator's singleton runs here. */
    public void coordinates(boolean coordinator) {
        this.coordinator = coordinator;
    }

    /** Whether this node answers the public API. */
    public void serves(boolean serving) {
        this.serving = serving;
    }

    /** What this node says of itself, as JSON: membership, slices and load. */
    public String report(Cluster cluster) {
        return NodeReport.json(NodeReport.of(this, cluster));
    }

    int number() {
        return number;
    }

    /** Compares in constant time; nobody is the supervisor where no token is set. */
    public boolean isSupervisor(String token) {
        byte[] expected = supervisorToken.getBytes(StandardCharsets.UTF_8);
        return expected.length > 0 && MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8));
    }

    String supervisorToken() {
        return supervisorToken;
    }

    boolean isCoordinator() {
        return coordinator;
    }

    boolean isServing() {
        return serving;
    }

    Map<String, List<Integer>> slices() {
        return slices.get();
    }

    Map<String, List<String>> workers() {
        return workers.get();
    }

    private static final class Id extends AbstractExtensionId<NodeState> {
        @Override
        public NodeState createExtension(ExtendedActorSystem system) {
            return new NodeState();
        }
    }
}
