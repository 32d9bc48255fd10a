package com.phonepay.infra.redis;

import com.phonepay.infra.process.Await;
import com.phonepay.infra.process.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A Redis that belongs to this process: it ends when this one ends. Can be killed and started again on its port. */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final RedisPlace place;
    private Process process;

    private EmbeddedRedis(RedisPlace place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** Starts a server on a free port, and waits until it answers. */
    public static EmbeddedRedis start(Path project, Path directory) throws IOException {
        var place = RedisPlace.onFreePort(project.toAbsolutePath(), directory.toAbsolutePath());
        var server = new EmbeddedRedis(
                place, new RedisCommand(place).endingWithParent().start());
        server.awaitReady();
        return server;
    }

    public String uri() {
        return place.uri();
    }

    /** Starts a server that was killed, empty. */
    public void startAgain() throws IOException {
        process = new RedisCommand(place).endingWithParent().start();
        awaitReady();
    }

    /** Ends the server at once. What it knew is lost. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        Ending.askThenForce(process.toHandle(), STOP_LIMIT).join();
    }

    private void awaitReady() throws IOException {
        Await.until(() -> !process.isAlive() || RedisProbe.answers(place.port()), START_LIMIT);
        if (!RedisProbe.answers(place.port())) {
            kill();
            throw new IOException("Redis did not start; its log is " + place.log());
        }
    }
}
