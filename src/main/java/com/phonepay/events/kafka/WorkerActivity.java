package com.phonepay.events.kafka;

import com.phonepay.events.AttemptWasScreened;
import com.phonepay.events.CommittedEvent;
import com.phonepay.events.PaymentEnded;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** What the consumers of this node did lately, for operators and for the launcher. */
public final class WorkerActivity {
    private static final String WORKER = "worker";
    private static final int REMEMBERED = 64;

    private final MeterRegistry registry;
    private final Map<String, Deque<String>> recent = new ConcurrentHashMap<>();

    public WorkerActivity(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The last transactions that each consumer of this node has handled, the newest last. */
    public Map<String, List<String>> recent() {
        Map<String, List<String>> copy = new TreeMap<>();
        recent.forEach((worker, transactions) -> {
            synchronized (transactions) {
                copy.put(worker, List.copyOf(transactions));
            }
        });
        return copy;
    }

    void register(String worker) {
        recent.computeIfAbsent(worker, any -> new ArrayDeque<>());
    }

    void handled(String worker, List<CommittedEvent> events) {
        registry.counter("phonepay.worker.events", WORKER, worker).increment(events.size());
        Deque<String> transactions = recent.computeIfAbsent(worker, any -> new ArrayDeque<>());
        synchronized (transactions) {
            for (CommittedEvent event : events.subList(Math.max(0, events.size() - REMEMBERED), events.size())) {
                remember(transactions, event);
            }
        }
    }

    private static void remember(Deque<String> transactions, CommittedEvent event) {
        String id = event.payload() instanceof PaymentEnded ended
                ? ended.transactionId()
                : event.payload() instanceof AttemptWasScreened attempt ? attempt.transactionId() : "";
        if (!id.isEmpty()) {
            transactions.addLast(id);
            if (transactions.size() > REMEMBERED) {
                transactions.removeFirst();
            }
        }
    }

    void repeated(String worker) {
        registry.counter("phonepay.worker.repeats", WORKER, worker).increment();
    }

    void setAside(String worker) {
        registry.counter("phonepay.worker.dead_letters", WORKER, worker).increment();
    }

    void failed(String worker) {
        registry.counter("phonepay.worker.restarts", WORKER, worker).increment();
    }
}
