package com.phonepay.coordinator.proof;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits again and again, where the coordinator runs, in one thread that yields to everything else: after a round it
 * rests for at least four times as long as the round took. An imbalance is an alarm and stays one until an audit from
 * the beginning says otherwise.
 */
public final class ConservationWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConservationWatch.class);
    private static final int REST = 4;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "conservation-audit"));
    private final Supplier<LedgerAuditor> fresh;
    private final ProofStore store;
    private final Duration every;
    private final MeterRegistry metrics;
    private final AtomicLong imbalance = new AtomicLong();
    private final AtomicLong violations = new AtomicLong();
    private final Gauge[] gauges;
    private @Nullable LedgerAuditor auditor;

    /**
     * Begins at once.
     *
     * @param fresh makes an auditor that begins at the beginning
     * @param every the least time between two rounds
     */
    public ConservationWatch(Supplier<LedgerAuditor> fresh, ProofStore store, Duration every, MeterRegistry metrics) {
        this.fresh = fresh;
        this.store = store;
        this.every = every;
        this.metrics = metrics;
        this.gauges = new Gauge[] {
            Gauge.builder("phonepay.ledger.imbalance.paise", imbalance, AtomicLong::get)
                    .register(metrics),
            Gauge.builder("phonepay.ledger.violations", violations, AtomicLong::get)
                    .register(metrics)
        };
        later(every.toMillis());
    }

    private void later(long millis) {
        var unused = thread.schedule(this::round, millis, TimeUnit.MILLISECONDS);
    }

    private void round() {
        long began = System.nanoTime();
        try {
            if (auditor == null) {
                auditor = fresh.get();
            }
            tell(auditor.round());
        } catch (RuntimeException e) {
            LOG.warn("The audit waits: {}", e.toString());
            auditor = null;
        }
        long tookMs = (System.nanoTime() - began) / 1_000_000;
        if (!thread.isShutdown()) {
            later(Math.max(every.toMillis(), REST * tookMs));
        }
    }

    private void tell(Proof proof) {
        imbalance.set(proof.imbalance().paise());
        violations.set(proof.violations().size());
        if (!proof.isBalanced()) {
            LOG.error("ALARM ledger_imbalance: {} off, {}", proof.imbalance(), proof.violations());
        }
        store.keep(proof).toCompletableFuture().join();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        for (Gauge gauge : gauges) {
            metrics.remove(gauge);
        }
    }
}
