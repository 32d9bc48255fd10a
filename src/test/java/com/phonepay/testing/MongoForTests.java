package com.phonepay.testing;

import com.phonepay.infra.mongo.EmbeddedMongo;
import com.phonepay.readmodel.mongo.MongoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one stand-in for MongoDB that all tests of this JVM share, as a process of its own. The first question starts it;
 * it ends with the JVM. Tests keep apart by using a fresh database each. PHONEPAY_TEST_MONGO_URI names a server to use
 * instead, a real MongoDB for example.
 */
public final class MongoForTests {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static @Nullable String shared;

    private MongoForTests() {}

    /** A database that no other test has used. */
    public static MongoSettings freshDatabase() {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return new MongoSettings(uri(), "test_" + unique, PATIENCE);
    }

    private static synchronized String uri() {
        String found = shared;
        if (found == null) {
            String given = System.getenv("PHONEPAY_TEST_MONGO_URI");
            found = given != null ? given : start();
            shared = found;
        }
        return found;
    }

    private static String start() {
        try {
            Path directory = Files.createTempDirectory("phonepay-mongo-");
            EmbeddedMongo server = EmbeddedMongo.start(Path.of("").toAbsolutePath(), directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory), "mongo-for-tests"));
            return server.uri();
        } catch (IOException e) {
            throw new UncheckedIOException("the stand-in for MongoDB did not start", e);
        }
    }

    private static void remove(EmbeddedMongo server, Path directory) {
        server.kill();
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("could not remove " + directory + ": " + e);
        }
    }
}
