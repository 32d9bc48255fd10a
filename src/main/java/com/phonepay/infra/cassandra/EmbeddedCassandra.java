package com.phonepay.infra.cassandra;

import com.phonepay.infra.process.Ending;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A Cassandra server that belongs to this process: it ends when this one ends. Writes are acknowledged after they are
 * on disk, as in a development cluster.
 */
public final class EmbeddedCassandra implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final int PROBE_MILLIS = 100;

    private final CassandraPlace place;
    private final Process process;

    private EmbeddedCassandra(CassandraPlace place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** Starts a server on free ports with its files under the directory, and waits until it answers CQL. */
    public static EmbeddedCassandra start(Path project, Path directory) throws IOException {
        return start(CassandraPlace.onFreePorts(project, directory));
    }

    public static EmbeddedCassandra start(CassandraPlace place) throws IOException {
        var process = new CassandraCommand(place).endingWithParent().start();
        var server = new EmbeddedCassandra(place, process);
        server.awaitReady();
        return server;
    }

    public InetSocketAddress contactPoint() {
        return place.contactPoint();
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Lets the server finish its work and end; kills it when that takes longer than 30 seconds. */
    @Override
    public void close() {
        Ending.askThenForce(process.toHandle(), STOP_LIMIT).join();
    }

    /** Ends the server at once, as a power cut would end it. For servers whose data nobody needs any more. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() throws IOException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!CqlProbe.answers(contactPoint())) {
            if (endedWhileWaiting()) {
                throw new IOException("Cassandra ended while starting. " + lastWords());
            }
            if (System.nanoTime() > limit) {
                kill();
                throw new IOException(
                        "Cassandra was not ready after " + START_LIMIT.toSeconds() + " s. " + lastWords());
            }
        }
    }

    private boolean endedWhileWaiting() throws IOException {
        try {
            return process.waitFor(PROBE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Cassandra started", e);
        }
    }

    private String lastWords() throws IOException {
        if (!Files.exists(place.log())) {
            return "It wrote no log.";
        }
        var lines = Files.readAllLines(place.log());
        var tail = lines.subList(Math.max(0, lines.size() - 10), lines.size());
        return "The end of " + place.log() + ":\n" + String.join("\n", tail);
    }
}
