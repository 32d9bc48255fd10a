package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a supervisor: one per data directory, from {@code up} to {@code down} or to a signal. */
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long END_LIMIT_SECONDS = 75;

    /** Held for as long as this process lives; the system lets go of it when the process ends in any way. */
    @SuppressWarnings("unused")
    private final FileChannel lock;

    private final Layout layout;
    private final Archives archives;
    private final Fleet fleet;
    private volatile boolean ended;

    private Watch(Layout layout, FileChannel lock, ClusterPlan plan) throws IOException {
        this.layout = layout;
        this.lock = lock;
        archives = new Archives(layout, plan);
        fleet = new Fleet(layout, plan, archives);
    }

    public static void begin(Layout layout) throws IOException {
        Files.createDirectories(layout.run());
        var lock = FileChannel.open(
                layout.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("another supervisor already runs this data directory: " + layout.data());
        }
        var plan = ClusterPlan.read(layout);
        new Watch(layout, lock, plan).begin(plan);
    }

    private void begin(ClusterPlan plan) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        fleet.start().join();
        archives.makeLater();
        var orders = new Orders(
                new StatusDesk(layout, plan, fleet), fleet, new DrillDesk(layout, plan, fleet), this::finish);
        ControlServer.open(layout.controlSocket(), orders, this::exitWhenAllEnded);
        LOG.info("supervising {} nodes", plan.nodes());
    }

    private CompletableFuture<Void> finish() {
        return fleet.end().thenCompose(gone -> archives.finish()).whenComplete((done, failure) -> ended = true);
    }

    private void exitWhenAllEnded() {
        if (ended) {
            System.exit(0);
        }
    }

    private void end() {
        archives.abort();
        try {
            fleet.end().get(END_LIMIT_SECONDS, TimeUnit.SECONDS);
            new ProcessRecords(layout).remove();
            Files.deleteIfExists(layout.controlSocket());
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.error("not everything could be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
