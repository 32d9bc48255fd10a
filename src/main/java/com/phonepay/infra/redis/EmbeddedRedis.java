package com.phonepay.infra.redis;

import com.phonepay.infra.server.OwnServer;
import java.io.IOException;
import java.nio.file.Path;

/** A Redis that belongs to this process; see {@link OwnServer}. */
public final class EmbeddedRedis implements AutoCloseable {
    private final RedisPlace place;
    private final OwnServer server;

    private EmbeddedRedis(RedisPlace place, OwnServer server) {
        this.place = place;
        this.server = server;
    }

    /** Starts a server on a free port, and waits until it answers. */
    public static EmbeddedRedis start(Path project, Path directory) throws IOException {
        var place = RedisPlace.onFreePort(project.toAbsolutePath(), directory.toAbsolutePath());
        var command = new RedisCommand(place);
        return new EmbeddedRedis(
                place,
                OwnServer.start(
                        "Redis", place.log(), command::endingWithParent, () -> RedisProbe.answers(place.port())));
    }

    public String uri() {
        return place.uri();
    }

    /** Starts a server that was killed, empty. */
    public void startAgain() throws IOException {
        server.startAgain();
    }

    /** Ends the server at once. What it knew is lost. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
