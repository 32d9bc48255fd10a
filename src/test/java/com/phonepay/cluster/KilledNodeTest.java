package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** kill -9 of a node in the middle of the load; the journal is the judge. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class KilledNodeTest {
    private static final int WORKERS = 16;
    private static final int VICTIM = 2;
    private static final int BEFORE_KILL = 300;
    private static final int AFTER_KILL = 300;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stop = new AtomicBoolean();

    @Test
    void losesAndDoublesNothing(RunningCluster cluster) throws InterruptedException {
        Customers customers = Customers.register(cluster);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        for (int w = 0; w < WORKERS; w++) {
            int seed = w;
            workers.execute(() -> work(seed, customers, cluster));
        }
        try {
            killUnderLoad(cluster);
        } finally {
            stop.set(true);
            workers.shutdown();
        }
        assertThat(workers.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        try {
            judge(customers, cluster);
        } finally {
            repair(cluster);
        }
    }

    private void killUnderLoad(RunningCluster cluster) {
        awaitAcknowledged(BEFORE_KILL);
        long killed = System.nanoTime();
        cluster.kill(VICTIM);
        awaitAcknowledged((int) acknowledged() + AFTER_KILL);
        Eventually.get(() -> ownedBySurvivors(cluster), owned -> owned.equals(allSlices()));
        System.out.printf("Survivors own every slice %.1f s after the kill%n", (System.nanoTime() - killed) / 1e9);
    }

    private static void repair(RunningCluster cluster) {
        cluster.start(VICTIM);
        Eventually.get(cluster::nodes, nodes -> nodes.stream()
                .allMatch(node -> node.state().equals("Up")));
    }

    private void judge(Customers customers, RunningCluster cluster) {
        List<Attempt> unheard =
                attempts.stream().filter(attempt -> !attempt.isFinal()).toList();
        System.out.printf("%d payments, %d without a final answer at first%n", attempts.size(), unheard.size());
        JournalAudit.Findings atOnce = JournalAudit.untilQuiet(RunningCluster.cassandra());
        assertThat(attempts.stream().filter(Attempt::isAcknowledged))
                .as("acknowledged: exactly once")
                .allMatch(attempt -> atOnce.movedOnce(attempt.transactionId()));
        assertThat(atOnce.movedMoreThanOnce()).as("nobody more than once").isEmpty();

        unheard.forEach(attempt -> attempt.sendUntilFinal(customers, cluster.api(1)));

        List<Attempt> moved = attempts.stream().filter(Attempt::isAcknowledged).toList();
        JournalAudit.Findings atLast = JournalAudit.untilQuiet(RunningCluster.cassandra());
        assertThat(moved).allMatch(attempt -> atLast.movedOnce(attempt.transactionId()));
        assertThat(attempts.stream().filter(attempt -> !attempt.isAcknowledged()))
                .noneMatch(attempt -> atLast.movedOnce(attempt.transactionId()));
        assertThat(customers.balances(cluster.api(3))).isEqualTo(ThousandPaymentsTest.expected(moved));
    }

    private void work(int seed, Customers customers, RunningCluster cluster) {
        Random random = new Random(seed);
        while (!stop.get()) {
            Attempt attempt = Attempt.random(random, "kill-" + numbers.incrementAndGet());
            attempts.add(attempt);
            attempt.send(customers, cluster.api(1 + random.nextInt(3)));
        }
    }

    private void awaitAcknowledged(int count) {
        Eventually.get(this::acknowledged, seen -> seen >= count);
    }

    private long acknowledged() {
        return attempts.stream().filter(Attempt::isAcknowledged).count();
    }

    private static List<String> ownedBySurvivors(RunningCluster cluster) {
        List<String> owned = new ArrayList<>();
        for (int node : new int[] {1, 3}) {
            JsonNode slices = cluster.status(node).path("slices");
            slices.properties().forEach(type -> type.getValue()
                    .forEach(number -> owned.add(type.getKey() + "-" + number.asInt())));
        }
        return owned.stream().sorted().toList();
    }

    private static List<String> allSlices() {
        TreeSet<String> all = new TreeSet<>();
        for (String type : List.of("transactions", "wallets", "fraud", "directory")) {
            for (int number = 0; number < 8; number++) {
                all.add(type + "-" + number);
            }
        }
        return List.copyOf(all);
    }
}
