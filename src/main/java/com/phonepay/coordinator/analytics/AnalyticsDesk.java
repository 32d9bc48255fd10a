package com.phonepay.coordinator.analytics;

import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.FraudAlerts;
import com.phonepay.readmodel.UnavailableException;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.settings.AnalyticsSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs where the coordinator is: opens the run of each night, takes up the run that is open and free, and works
 * through its jobs one after the other. Two of these, on two nodes that both believe they are the coordinator, take up
 * every run once between them. When it ends in good order it gives its run back; when its node dies, the next one takes
 * it over once the hold is over. Either way it goes on with what has no answer yet.
 */
public final class AnalyticsDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyticsDesk.class);
    private static final Duration KEPT = Duration.ofDays(90);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "analytics"));
    private final Analytics store;
    private final FraudAlerts alerts;
    private final AnalyticsSettings settings;
    private final Nights nights;
    private final JobRunner jobs;
    private final InstantSource clock;
    private final String node;
    private String lastNight = "";

    /** Hands the payments of the read model, batch by batch, to whoever writes them down. */
    public interface Payments {
        CompletionStage<Void> handTo(Function<List<ViewDocument>, CompletionStage<Void>> sink);
    }

    /** Begins at once. */
    public AnalyticsDesk(
            Analytics store,
            Payments payments,
            FraudAlerts alerts,
            AnalyticsSettings settings,
            InstantSource clock,
            String node) {
        this.store = store;
        this.alerts = alerts;
        this.settings = settings;
        this.nights = new Nights(settings.nightlyAt(), settings.days());
        this.jobs = new JobRunner(settings, payments, clock);
        this.clock = clock;
        this.node = node;
        long every = settings.lookEvery().toMillis();
        var unused = thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            openTheNight();
            Optional<AnalyticsRun> open = Held.answer(store.open());
            if (open.isPresent() && open.get().isFree(clock.millis())) {
                takeUp(open.get());
            }
        } catch (UnavailableException waits) {
            LOG.debug("The jobs wait: {}", waits.toString());
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException bug) {
            // The next look may fare better; without this there would be none.
            LOG.error("The jobs could not be looked after", bug);
        }
    }

    private void openTheNight() throws InterruptedException {
        Optional<AnalyticsRun> due = nights.due(clock.millis());
        if (due.isEmpty() || due.get().id().equals(lastNight)) {
            return;
        }
        AnalyticsRun night = due.get();
        boolean isOpened = Held.answer(store.open(night));
        if (isOpened || Held.answer(store.run(night.id())).isPresent()) {
            lastNight = night.id();
        }
    }

    private void takeUp(AnalyticsRun free) throws InterruptedException {
        long now = clock.millis();
        if (free.attempt() >= AnalyticsRun.ATTEMPTS_MAX) {
            String why = "Its node was lost " + free.attempt() + " times, so it was given up";
            boolean isGivenUp = Held.answer(store.replace(free, free.givenUp(now, why)));
            LOG.error("The run {} is given up ({})", free.id(), isGivenUp);
            return;
        }
        AnalyticsRun taken = free.takenUp(node, now, now + settings.hold().toMillis());
        if (Held.answer(store.replace(free, taken))) {
            LOG.info("The run {} begins, attempt {}", taken.id(), taken.attempt());
            work(new Held(store, clock, settings.hold(), taken));
        }
    }

    private void work(Held held) throws InterruptedException {
        try {
            for (Analysis job : held.run().remaining()) {
                held.step(run -> run.computing(job));
                AnalysisResult result = compute(held, job);
                String why = result.message();
                held.step(run -> why == null ? run.answered(job) : run.failed(job, why));
            }
            held.step(run -> run.ended(clock.millis()));
            LOG.info("The run {} ended: {}", held.run().id(), held.run().status());
            Held.answer(store.forgetBefore(clock.millis() - KEPT.toMillis()));
        } catch (Held.LostException lost) {
            LOG.warn("{}", lost.getMessage());
        } catch (InterruptedException ends) {
            giveBack(held);
            throw ends;
        }
    }

    private AnalysisResult compute(Held held, Analysis job) throws InterruptedException {
        long began = clock.millis();
        try {
            AnalysisResult result = jobs.run(job, held.run(), held::renew);
            tell(held, result, Conspicuous.alerts(result));
            return result;
        } catch (Held.LostException lost) {
            throw lost;
        } catch (RuntimeException failure) {
            // An answer that makes no sense, or a read model that is away: the other jobs need not suffer.
            LOG.error("{} has no answer", job.label(), failure);
            long now = clock.millis();
            AnalysisResult none = AnalysisResult.failed(job, held.run(), now, now - began, failure.toString());
            tell(held, none, List.of());
            return none;
        }
    }

    /** Alerts come before the run says that the job is done: after a crash between them they are stored again. */
    private void tell(Held held, AnalysisResult result, List<FraudAlert> raised) throws InterruptedException {
        held.persist(
                () -> store.keep(result).thenApply(kept -> true), held.run().id());
        if (!raised.isEmpty()) {
            held.persist(
                    () -> alerts.store(raised).thenApply(stored -> true),
                    held.run().id());
        }
        if (result.outcome() == AnalysisResult.Outcome.NOT_CLEAN) {
            LOG.error("ALARM {}: {} rows, {}", result.job().label(), result.rowsTotal(), result.counters());
        }
    }

    /** The next coordinator need not wait for the end of the hold. */
    private void giveBack(Held held) throws InterruptedException {
        AnalyticsRun run = held.run();
        if (run.isOpen() && !Held.answer(store.replace(run, run.givenBack()))) {
            LOG.warn("The run {} could not be given back", run.id());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
