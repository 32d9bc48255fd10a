package com.phonepay.infra.mongo;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Ports;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where one stand-in for MongoDB lives.
 *
 * @param project the root of the source tree, which holds the server's settings and resolved class path
 * @param data its data directory
 * @param log its log file
 */
record MongoPlace(Path project, Path data, Path log, int port) {

    static MongoPlace of(Layout layout) {
        return new MongoPlace(
                layout.project(), layout.data().resolve("mongo"), layout.log("mongo"), layout.mongoPort());
    }

    /** A place on a free port, everything under the given directory. */
    static MongoPlace onFreePort(Path project, Path directory) throws IOException {
        return new MongoPlace(
                project,
                directory,
                directory.resolve("mongo.log"),
                Ports.free(1).get(0));
    }

    /** The connection string for clients. */
    String uri() {
        return "mongodb://127.0.0.1:" + port;
    }

    Path sources() {
        return project.resolve("src/main/infra/mongo");
    }
}
