package com.phonepay.infra.mongo;

import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.OwnServer;
import java.io.IOException;
import java.nio.file.Path;

/** A stand-in that belongs to this process; see {@link OwnServer}. */
public final class EmbeddedMongo implements AutoCloseable {
    private final MongoPlace place;
    private final OwnServer server;

    private EmbeddedMongo(MongoPlace place, OwnServer server) {
        this.place = place;
        this.server = server;
    }

    /** Starts a server on a free port with its files under the directory, and waits until it answers. */
    public static EmbeddedMongo start(Path project, Path directory) throws IOException {
        var place = MongoPlace.onFreePort(project, directory);
        var command = new MongoCommand(place);
        return new EmbeddedMongo(
                place,
                OwnServer.start(
                        "MongoDB's stand-in",
                        place.log(),
                        command::endingWithParent,
                        () -> Ports.somebodyListens(place.port())));
    }

    public String uri() {
        return place.uri();
    }

    /** Ends the server at once, as a power cut would. */
    public void kill() {
        server.kill();
    }

    @Override
    public void close() {
        server.close();
    }
}
