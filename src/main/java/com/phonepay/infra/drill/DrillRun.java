package com.phonepay.infra.drill;

import com.phonepay.infra.process.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One drill from its first payment to its report: load, fault, watching, reverting, settling, judging. Whatever goes
 * wrong on the way, the fault is reverted.
 */
public final class DrillRun {
    private static final Logger LOG = LoggerFactory.getLogger(DrillRun.class);
    private static final Duration WHOLE_LIMIT = Duration.ofMinutes(2);
    private static final Duration SETTLE_LIMIT = Duration.ofMinutes(1);
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /**
     * What is asked for.
     *
     * @param node the target, or 0 to choose one
     * @param seconds how long the fault lasts
     */
    public record Order(DrillKind kind, int node, int seconds, int lagMs, int loadPerSecond) {}

    /** Finds the customers, or makes them, which takes a while the first time. */
    public interface Gathering {
        Crowd gather() throws IOException;
    }

    /** What is only known when every payment has its answer. */
    private record Outcome(
            DrillReport.Payments payments, BigDecimal before, BigDecimal after, DrillReport.Throughput throughput) {}

    private final String id;
    private final Order order;
    private final Machinery machinery;
    private final ClusterEye eye;
    private final Teller teller;
    private final Gathering gathering;
    private final Consumer<DrillReport> tell;
    private final Instant startedAt = Instant.now();
    private final List<DrillReport.Step> timeline = new ArrayList<>();
    private final Map<String, Long> measured = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private int target;
    private long fault;
    private volatile boolean ended;

    /**
     * Prepares a drill.
     *
     * @param tell told of the report again and again, as it grows
     */
    public DrillRun(
            Order order,
            Machinery machinery,
            ClusterEye eye,
            Teller teller,
            Gathering gathering,
            Consumer<DrillReport> tell) {
        this.id = "D" + STAMP.format(startedAt) + "-" + order.kind().label();
        this.order = order;
        this.machinery = machinery;
        this.eye = eye;
        this.teller = teller;
        this.gathering = gathering;
        this.tell = tell;
    }

    public String id() {
        return id;
    }

    /** Ends the fault before its time. */
    public void end() {
        ended = true;
    }

    /** The report of a drill that has not done anything yet. Told once, before it runs. */
    public DrillReport begin() {
        return told(report("RUNNING", null, null));
    }

    /** Runs the drill to its end. */
    public DrillReport run() {
        try {
            return run(gathering.gather());
        } catch (IOException | RuntimeException failure) {
            LOG.error("drill {} failed", id, failure);
            return told(report("FAILED", failure.toString(), null));
        }
    }

    private DrillReport run(Crowd crowd) {
        List<BigDecimal> before = crowd.balances();
        try (Load load = new Load(teller, crowd, id, startedAt.toEpochMilli(), 10)) {
            load.begin(order.loadPerSecond());
            pauseFor(WARM_UP, () -> false);
            ClusterEye.Sight calm = eye.look();
            target = choose(calm);
            Set<Integer> lost = numbers(calm.slicesOf(target));
            try {
                strike();
                watch(calm);
            } finally {
                revert();
            }
            boolean whole = Await.until(() -> look(eye.look()) && eye.look().isWhole(), WHOLE_LIMIT);
            step(
                    whole ? "WHOLE_AGAIN" : "NOT_WHOLE",
                    whole ? "every node sees every node and every slice is owned" : "");
            pauseFor(WARM_UP, () -> false);
            boolean settled = load.settle(SETTLE_LIMIT);
            measured.putAll(new Recovery(load.attempts(), crowd, lost, fault).measure());
            return finish(load, crowd, before, whole && settled);
        }
    }

    private DrillReport finish(Load load, Crowd crowd, List<BigDecimal> before, boolean whole) {
        List<BigDecimal> after = crowd.balances();
        DrillReport.Payments payments = new Settlement(teller, crowd, load.attempts()).judge(before, after);
        boolean right = payments.lost() == 0
                && payments.doubled() == 0
                && payments.accountsOff() == 0
                && payments.inDoubtAtEnd() == 0;
        @Nullable
        String reason = right ? (whole ? null : "the cluster was not whole again in time") : "payments are wrong";
        Outcome outcome = new Outcome(payments, sum(before), sum(after), Throughput.of(load.attempts(), fault));
        return told(report(reason == null ? "REVERTED" : "FAILED", reason, outcome));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int choose(ClusterEye.Sight calm) {
        int coordinator = calm.coordinator().orElseThrow(() -> new IllegalStateException("nobody is the coordinator"));
        return switch (order.kind().target()) {
            case COORDINATOR -> coordinator;
            case BACKUP -> backup(calm, coordinator);
            case ANY -> order.node() > 0 ? order.node() : backup(calm, coordinator);
            case NONE -> 0;
        };
    }

    /** The node that would be the coordinator next says so itself; where none does, the next in number. */
    private static int backup(ClusterEye.Sight calm, int coordinator) {
        Optional<Integer> named = calm.answers().entrySet().stream()
                .filter(node -> node.getValue().path("backup").asBoolean())
                .map(Map.Entry::getKey)
                .findFirst();
        return named.orElseGet(() -> calm.nodes().stream()
                .filter(node -> node != coordinator)
                .findFirst()
                .orElse(coordinator));
    }

    private static Set<Integer> numbers(Set<String> slices) {
        Set<Integer> numbers = new TreeSet<>();
        slices.stream()
                .filter(slice -> slice.startsWith("wallets-"))
                .forEach(slice -> numbers.add(Integer.parseInt(slice.substring(slice.lastIndexOf('-') + 1))));
        return numbers;
    }

    private void strike() {
        fault = System.nanoTime();
        step("FAULT", target == 0 ? order.kind().label() : order.kind().label() + " of node-" + target);
        var struck =
                switch (order.kind()) {
                    case KILL_COORDINATOR, KILL_BACKUP -> machinery.kill(target);
                    case STOP_NODE -> machinery.stop(target);
                    case PAUSE_NODE -> machinery.pause(target);
                    case PARTITION -> machinery.cutOff(target, true);
                    case LAG -> machinery.lag(target, order.lagMs());
                    case JOURNAL_OUTAGE -> machinery.pauseServer("cassandra");
                };
        struck.join();
    }

    private void revert() {
        var healed =
                switch (order.kind()) {
                    case KILL_COORDINATOR, KILL_BACKUP, STOP_NODE -> machinery.start(target);
                    case PAUSE_NODE -> machinery.resume(target);
                    case PARTITION -> machinery.cutOff(target, false);
                    case LAG -> machinery.lag(target, 0);
                    case JOURNAL_OUTAGE -> machinery.resumeServer("cassandra");
                };
        healed.join();
        step("REVERTED", "");
    }

    private void watch(ClusterEye.Sight calm) {
        boolean coordinatorHit =
                calm.coordinator().filter(node -> node == target).isPresent();
        pauseFor(Duration.ofSeconds(order.seconds()), () -> {
            ClusterEye.Sight sight = eye.look();
            look(sight);
            if (coordinatorHit
                    && sight.coordinator().filter(node -> node != target).isPresent()) {
                once(
                        "SINGLETON_UP",
                        "singleton_up_ms",
                        "on node-" + sight.coordinator().orElse(0));
            }
            return ended;
        });
    }

    /** Notes what the survivors say of the target. Always true, so that it can be part of a condition. */
    private boolean look(ClusterEye.Sight sight) {
        List<Integer> survivors =
                sight.nodes().stream().filter(node -> node != target).toList();
        for (int node : survivors) {
            String opinion =
                    target == 0 ? "" : sight.opinion(node, eye.address(target)).orElse("");
            if (opinion.equals("UNREACHABLE") || opinion.equals("Down") || opinion.equals("GONE")) {
                once("DETECTED", "detected_ms", "by node-" + node);
            }
            if (opinion.equals("Down") || opinion.equals("GONE")) {
                once("DOWNED", "downed_ms", "by node-" + node);
            }
        }
        if (seen.contains("DOWNED") && !seen.contains("REVERTED") && sight.allOwnedBy(survivors)) {
            once("SLICES_OWNED", "slices_owned_ms", "every slice is active on the others");
        }
        return true;
    }

    private void once(String what, String name, String detail) {
        if (seen.add(what)) {
            measured.put(name, sinceFault());
            step(what, detail);
        }
    }

    private void step(String what, String detail) {
        seen.add(what);
        timeline.add(new DrillReport.Step(TIME.format(Instant.now()), sinceFault(), what, detail));
        told(report("RUNNING", null, null));
    }

    private long sinceFault() {
        return (System.nanoTime() - fault) / 1_000_000;
    }

    private static void pauseFor(Duration time, BooleanSupplier over) {
        Await.until(over, time);
    }

    private DrillReport told(DrillReport report) {
        tell.accept(report);
        return report;
    }

    private DrillReport report(String status, @Nullable String reason, @Nullable Outcome outcome) {
        return new DrillReport(
                id,
                order.kind().label(),
                target == 0 ? null : "node-" + target,
                status,
                reason,
                TIME.format(startedAt),
                status.equals("RUNNING") ? null : TIME.format(Instant.now()),
                order.seconds(),
                order.loadPerSecond(),
                List.copyOf(timeline),
                Map.copyOf(measured),
                outcome == null ? null : outcome.payments(),
                outcome == null ? null : outcome.before(),
                outcome == null ? null : outcome.after(),
                outcome == null ? null : outcome.throughput());
    }
}
