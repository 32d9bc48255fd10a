package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
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
    private final Fleet fleet;

    private Watch(Layout layout, FileChannel lock, Fleet fleet) {
        this.layout = layout;
        this.lock = lock;
        this.fleet = fleet;
    }

    public static void begin(Layout layout) throws IOException {
        Files.createDirectories(layout.run());
        var lock = FileChannel.open(
                layout.run().resolve("supervisor.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock.tryLock() == null) {
            throw new IOException("another supervisor already runs this data directory: " + layout.data());
        }
        var plan = ClusterPlan.read(layout);
        var watch = new Watch(layout, lock, new Fleet(layout, plan));
        watch.begin(plan);
    }

    private void begin(ClusterPlan plan) throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        fleet.start().join();
        ControlServer.open(layout.controlSocket(), new Orders(layout, plan, fleet), this::exitWhenAllEnded);
        LOG.info("supervising {} nodes", plan.nodes());
    }

    private void exitWhenAllEnded() {
        if (fleet.hasEnded()) {
            System.exit(0);
        }
    }

    private void end() {
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
