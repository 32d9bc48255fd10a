package com.phonepay.infra.mongo;

import com.phonepay.infra.process.Await;
import com.phonepay.infra.process.Ending;
import com.phonepay.infra.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A stand-in that belongs to this process: it ends when this one ends. Can be ended and started again on its port. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final MongoPlace place;
    private Process process;

    private EmbeddedMongo(MongoPlace place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** Starts a server on a free port with its files under the directory, and waits until it answers. */
    public static EmbeddedMongo start(Path project, Path directory) throws IOException {
        var place = MongoPlace.onFreePort(project, directory);
        var server = new EmbeddedMongo(
                place, new MongoCommand(place).endingWithParent().start());
        server.awaitReady();
        return server;
    }

    public String uri() {
        return place.uri();
    }

    /** Starts a server that was killed or closed, with the data it had. */
    public void startAgain() throws IOException {
        process = new MongoCommand(place).endingWithParent().start();
        awaitReady();
    }

    @Override
    public void close() {
        Ending.askThenForce(process.toHandle(), STOP_LIMIT).join();
    }

    /** Ends the server at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() throws IOException {
        Await.until(() -> !process.isAlive() || Ports.somebodyListens(place.port()), START_LIMIT);
        if (!process.isAlive() || !Ports.somebodyListens(place.port())) {
            kill();
            throw new IOException("MongoDB's stand-in did not start; its log is " + place.log());
        }
    }
}
