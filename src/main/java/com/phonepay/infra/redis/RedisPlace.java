package com.phonepay.infra.redis;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Ports;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Where one Redis lives.
 *
 * @param project the root of the source tree, which holds the server's settings
 * @param directory its working directory; nothing is written there
 */
record RedisPlace(Path project, Path directory, Path log, int port) {

    static RedisPlace of(Layout layout) {
        return new RedisPlace(
                layout.project(), layout.data().resolve("redis"), layout.log("redis"), layout.redisPort());
    }

    static RedisPlace onFreePort(Path project, Path directory) throws IOException {
        return new RedisPlace(
                project,
                directory,
                directory.resolve("redis.log"),
                Ports.free(1).get(0));
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    Path settings() {
        return project.resolve("src/main/infra/redis/redis.conf");
    }
}
