package com.phonepay.edge.gateway;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * One payment node as this gateway sees it. Out of rotation from the first sign that it does not answer until it
 * answers a probe again; the probes of a silent node become rarer.
 */
public final class Target {
    static final long PROBE_EVERY_MS = 200;
    private static final long PROBE_EVERY_MAX_MS = 3_000;

    private final Node node;
    private final TargetStats stats;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean paused;
    private volatile long nextProbeAt;
    private volatile long lastAnswerAt;

    Target(Node node, TargetStats stats) {
        this.node = node;
        this.stats = stats;
    }

    /**
     * Where a payment node listens.
     *
     * @param name for example node-2
     * @param gatewayPort of the same node's gateway; 0 where it has none
     */
    public record Node(String name, String host, int port, int gatewayPort) {}

    Node node() {
        return node;
    }

    TargetStats stats() {
        return stats;
    }

    boolean isInRotation() {
        return failures.get() == 0 && !paused;
    }

    /** Asked for by an administrator: no requests, whatever the probes say. */
    void pause(boolean out) {
        paused = out;
    }

    boolean isPaused() {
        return paused;
    }

    void answered(long now) {
        lastAnswerAt = now;
        failures.set(0);
        nextProbeAt = now + PROBE_EVERY_MS;
    }

    /** A request got no answer. However many that happens to at once, it is one sign. */
    void broke(long now) {
        if (failures.compareAndSet(0, 1)) {
            nextProbeAt = now + PROBE_EVERY_MS;
        }
    }

    /** A probe was refused, or the node said that it is going. */
    void failed(long now) {
        int times = Math.min(failures.incrementAndGet(), 10);
        nextProbeAt = now + Math.min(PROBE_EVERY_MS << (times - 1), PROBE_EVERY_MAX_MS);
    }

    /** A probe got no answer. On a busy machine that proves nothing where a request was answered meanwhile. */
    void silent(long probedAt, long now) {
        if (lastAnswerAt < probedAt) {
            failed(now);
        } else {
            nextProbeAt = now + PROBE_EVERY_MS;
        }
    }

    boolean isProbeDue(long now) {
        return now >= nextProbeAt;
    }

    /** The next probe waits until the one that begins now has ended. */
    void probing() {
        nextProbeAt = Long.MAX_VALUE;
    }

    /** A request was answered, which is proof of life as good as a probe's. */
    void alive(long now) {
        lastAnswerAt = now;
    }
}
