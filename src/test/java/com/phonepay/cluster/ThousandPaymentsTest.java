package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class ThousandPaymentsTest {
    private static final int PAYMENTS = 1000;
    private static final int REPEATED = 100;

    @Test
    void movesEachPaymentOnceThoughManyAreAskedTwice(RunningCluster cluster) throws InterruptedException {
        Customers customers = Customers.register(cluster);
        Random random = new Random(20270115);
        List<Attempt> unique = new ArrayList<>();
        for (int i = 0; i < PAYMENTS - REPEATED; i++) {
            unique.add(Attempt.random(random, "thousand-" + i));
        }
        List<Attempt> all = new ArrayList<>(unique);
        all.addAll(unique.subList(0, REPEATED));
        Collections.shuffle(all, random);

        long began = System.nanoTime();
        sendAll(all, customers, cluster);
        System.out.printf("%d payments over three nodes in %.1f s%n", all.size(), (System.nanoTime() - began) / 1e9);

        unique.forEach(attempt -> attempt.sendUntilFinal(customers, cluster.api(1)));
        assertThat(unique).allMatch(Attempt::isAcknowledged);
        assertThat(customers.balances(cluster.api(2))).isEqualTo(expected(unique));
        JournalAudit.Findings findings = JournalAudit.untilQuiet(RunningCluster.cassandra());
        assertThat(unique).allMatch(attempt -> findings.movedOnce(attempt.transactionId()));
    }

    private static void sendAll(List<Attempt> all, Customers customers, RunningCluster cluster)
            throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(64);
        for (int i = 0; i < all.size(); i++) {
            Api api = cluster.api(1 + i % 3);
            Attempt attempt = all.get(i);
            pool.execute(() -> attempt.send(customers, api));
        }
        pool.shutdown();
        assertThat(pool.awaitTermination(4, TimeUnit.MINUTES)).isTrue();
    }

    static List<BigDecimal> expected(List<Attempt> moved) {
        List<BigDecimal> balances = new ArrayList<>(Collections.nCopies(Customers.COUNT, Customers.START));
        for (Attempt attempt : moved) {
            balances.set(attempt.payer, balances.get(attempt.payer).subtract(attempt.amount));
            balances.set(attempt.payee, balances.get(attempt.payee).add(attempt.amount));
        }
        return balances;
    }
}
