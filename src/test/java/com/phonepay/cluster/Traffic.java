package com.phonepay.cluster;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** People who pay each other and a shop at a steady rate, and repeat what is not answered under the same key. */
final class Traffic {
    private static final int THREADS = 64;
    private static final int SHOP_EVERY = 4;

    private final RunningCluster cluster;
    private final Customers customers;
    private final String shop;
    private final int mostUnderWay;
    private final String name = "traffic-" + Long.toString(System.nanoTime(), 36) + "-";
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    private final Queue<CompletableFuture<Paid>> payments = new ConcurrentLinkedQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();

    /** A payment and its final answer. */
    record Paid(String transactionId, String status, String reason, boolean toShop) {
        boolean isMade() {
            return status.equals("SUCCESS");
        }
    }

    private Traffic(RunningCluster cluster, Customers customers, String shop, int mostUnderWay) {
        this.cluster = cluster;
        this.customers = customers;
        this.shop = shop;
        this.mostUnderWay = mostUnderWay;
    }

    /** At this rate, whatever becomes of the answers. */
    static Traffic begin(RunningCluster cluster, Customers customers, String shop, int perSecond) {
        return new Traffic(cluster, customers, shop, Integer.MAX_VALUE).begin(perSecond);
    }

    /** At this rate or as fast as answers come, if that is slower. */
    static Traffic beginAtMost(RunningCluster cluster, Customers customers, String shop, int perSecond) {
        return new Traffic(cluster, customers, shop, THREADS).begin(perSecond);
    }

    private Traffic begin(int perSecond) {
        var unused = clock.scheduleAtFixedRate(
                this::beginOne, 0, TimeUnit.SECONDS.toMicros(1) / perSecond, TimeUnit.MICROSECONDS);
        return this;
    }

    private void beginOne() {
        if (begun.get() - ended.get() >= mostUnderWay) {
            return;
        }
        int number = begun.incrementAndGet();
        payments.add(CompletableFuture.supplyAsync(() -> pay(number), pool));
    }

    private Paid pay(int number) {
        Random random = new Random(number);
        int payer = random.nextInt(Customers.COUNT);
        int payee = (payer + 1 + random.nextInt(Customers.COUNT - 1)) % Customers.COUNT;
        boolean toShop = number % SHOP_EVERY == 0;
        String receiver = toShop ? shop + "@phonepay" : customers.id(payee);
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(2_000), 2);
        AtomicInteger node = new AtomicInteger(number);
        Api.Response answer = Eventually.get(
                () -> ask(node.getAndIncrement(), customers.token(payer), receiver, amount, name + number),
                heard -> heard != null && heard.status() == 200);
        ended.incrementAndGet();
        return new Paid(answer.text("transaction_id"), answer.text("status"), answer.text("reason"), toShop);
    }

    private Api.@Nullable Response ask(int node, String token, String receiver, BigDecimal amount, String key) {
        try {
            return cluster.api(1 + node % RunningCluster.NODES).pay(token, receiver, amount, key);
        } catch (UncheckedIOException silent) {
            return null;
        }
    }

    /** How many payments have a final answer. */
    int ended() {
        return ended.get();
    }

    /** Waits until so many payments have a final answer. */
    void await(int count) {
        Eventually.get(ended::get, seen -> seen >= count);
    }

    /** Begins nothing more, and waits for the final answers of all. */
    List<Paid> finish() {
        clock.shutdown();
        List<Paid> paid = payments.stream().map(CompletableFuture::join).toList();
        pool.shutdown();
        return paid;
    }
}
