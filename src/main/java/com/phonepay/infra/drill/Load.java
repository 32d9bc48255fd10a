package com.phonepay.infra.drill;

import com.phonepay.infra.process.Await;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Payments at a steady rate between the customers of a crowd, over all nodes in turn. What is not answered is repeated
 * under the same key until it is; some answered ones are repeated too, and must get the same answer to the letter.
 */
public final class Load implements AutoCloseable {
    private static final int IN_FLIGHT_MAX = 500;
    private static final long AGAIN_MS = 150;
    private static final int LARGEST_PAISE = 500;

    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(1, task -> daemon(new Thread(task, "load")));
    private final Teller teller;
    private final Crowd crowd;
    private final String name;
    private final Random random;
    private final int repeatPercent;
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean paused;

    /**
     * Begins nothing yet.
     *
     * @param name begins every key
     * @param repeatPercent of the answered payments that are asked once more
     */
    public Load(Teller teller, Crowd crowd, String name, long seed, int repeatPercent) {
        this.teller = teller;
        this.crowd = crowd;
        this.name = name;
        this.random = new Random(seed);
        this.repeatPercent = repeatPercent;
    }

    private static Thread daemon(Thread thread) {
        thread.setDaemon(true);
        return thread;
    }

    public void begin(int perSecond) {
        var unused = clock.scheduleAtFixedRate(this::beginOne, 0, 1_000_000_000L / perSecond, TimeUnit.NANOSECONDS);
    }

    private void beginOne() {
        if (paused || underWay.get() >= IN_FLIGHT_MAX) {
            return;
        }
        int payer = random.nextInt(crowd.size());
        int payee = (payer + 1 + random.nextInt(crowd.size() - 1)) % crowd.size();
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(LARGEST_PAISE), 2);
        boolean repeat = random.nextInt(100) < repeatPercent;
        Attempt attempt = new Attempt(name + "-" + next.incrementAndGet(), payer, payee, amount);
        attempts.add(attempt);
        underWay.incrementAndGet();
        ask(attempt, next.get(), repeat ? 1 : 0);
    }

    private void ask(Attempt attempt, int node, int repeats) {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + crowd.token(attempt.payer), "Idempotency-Key", attempt.key);
        Map<String, Object> body =
                Map.of("receiver_id", crowd.get(attempt.payee).userId(), "amount", attempt.amount);
        var unused = teller.post(node, "/api/payment/initiate", headers, body)
                .whenComplete((answer, failure) ->
                        heard(attempt, node, repeats, failure == null ? answer : Teller.Answer.NONE));
    }

    private void heard(Attempt attempt, int node, int repeats, Teller.Answer answer) {
        boolean done = attempt.hear(answer);
        if (done && repeats == 0) {
            underWay.decrementAndGet();
        } else if (done) {
            ask(attempt, node + 1, repeats - 1);
        } else if (!clock.isShutdown()) {
            var unused = clock.schedule(() -> ask(attempt, node + 1, repeats), AGAIN_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** Begins nothing new; what is under way goes on. */
    public void pause() {
        paused = true;
    }

    /** Waits until every payment has a final answer. False where some have none after this time. */
    public boolean settle(Duration limit) {
        pause();
        return Await.until(() -> underWay.get() == 0, limit);
    }

    public List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    public int acknowledged() {
        return (int) attempts.stream().filter(Attempt::isAcknowledged).count();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
