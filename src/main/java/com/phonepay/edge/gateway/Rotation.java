package com.phonepay.edge.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Round robin over the payment nodes that answer. Where none does, over all that nobody has taken out: a guess that may
 * be right is better than a refusal that is certain.
 */
final class Rotation {
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<String> paused = new HashSet<>();
    // By name: what was measured outlives a node's restart.
    private final Map<String, TargetStats> stats = new HashMap<>();
    private final Map<String, Integer> ports = new HashMap<>();
    private volatile List<Target> targets = List.of();

    /** Whose turn it is, or nobody's where there is no node but the one to avoid. */
    Optional<Target> next(@Nullable Target notThis) {
        List<Target> all = targets;
        List<Target> fit = new ArrayList<>(all.size());
        for (Target target : all) {
            if (target != notThis && target.isInRotation()) {
                fit.add(target);
            }
        }
        if (fit.isEmpty()) {
            all.stream()
                    .filter(target -> target != notThis && !target.isPaused())
                    .forEach(fit::add);
        }
        return fit.isEmpty()
                ? Optional.empty()
                : Optional.of(fit.get(Math.floorMod(turn.getAndIncrement(), fit.size())));
    }

    /** Membership has changed. What is known of a node that stays is kept. */
    synchronized void members(List<Target.Node> nodes) {
        List<Target> old = targets;
        List<Target> now = new ArrayList<>();
        for (Target.Node node : nodes) {
            now.add(old.stream()
                    .filter(target -> target.node().equals(node))
                    .findFirst()
                    .orElseGet(() -> created(node)));
        }
        targets = List.copyOf(now);
    }

    private Target created(Target.Node node) {
        ports.put(node.name(), node.port());
        Target target = new Target(node, stats.computeIfAbsent(node.name(), name -> new TargetStats()));
        target.pause(paused.contains(node.name()));
        return target;
    }

    /** Takes a node out, or lets it in again; remembered while this gateway runs, even where the node comes and goes. */
    synchronized void pause(String name, boolean out) {
        if (out) {
            paused.add(name);
        } else {
            paused.remove(name);
        }
        targets.stream().filter(target -> target.node().name().equals(name)).forEach(target -> target.pause(out));
    }

    /** What is known of every payment node that there ever was, members or not. */
    synchronized List<Known> known() {
        List<Known> all = new ArrayList<>();
        new TreeMap<>(stats).forEach((name, measured) -> {
            Optional<Target> member = targets.stream()
                    .filter(target -> target.node().name().equals(name))
                    .findFirst();
            int port = ports.getOrDefault(name, 0);
            all.add(new Known(name, port, member.filter(Target::isInRotation).isPresent(), measured));
        });
        return all;
    }

    /** A payment node and what was measured at it. */
    record Known(String name, int port, boolean inRotation, TargetStats stats) {}

    List<Target> all() {
        return targets;
    }
}
