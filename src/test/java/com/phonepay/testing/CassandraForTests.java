package com.phonepay.testing;

import com.phonepay.infra.cassandra.EmbeddedCassandra;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one Cassandra that all tests of this JVM share. The first question starts it; it ends with the JVM. Tests keep
 * apart by using a fresh keyspace each. PHONEPAY_TEST_CASSANDRA=host:port (environment or system property) names a
 * server to use instead.
 */
public final class CassandraForTests {

    private static @Nullable InetSocketAddress shared;

    private CassandraForTests() {}

    public static synchronized InetSocketAddress contactPoint() {
        var found = shared;
        if (found == null) {
            var given = given();
            found = given != null ? parse(given) : startServer();
            shared = found;
        }
        return found;
    }

    /** The contact point as {@code host:port}, the form that settings and environment variables use. */
    public static String hostAndPort() {
        var at = contactPoint();
        return at.getHostString() + ":" + at.getPort();
    }

    /** A keyspace name that no other test has used. */
    public static String freshKeyspace(String prefix) {
        var unique = UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        return (prefix + "_" + unique).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String given() {
        var property = System.getProperty("PHONEPAY_TEST_CASSANDRA");
        return property != null ? property : System.getenv("PHONEPAY_TEST_CASSANDRA");
    }

    private static InetSocketAddress parse(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        return new InetSocketAddress(
                hostAndPort.substring(0, colon), Integer.parseInt(hostAndPort.substring(colon + 1)));
    }

    private static InetSocketAddress startServer() {
        try {
            var directory = Files.createTempDirectory("phonepay-cassandra-");
            var server = EmbeddedCassandra.start(Path.of("").toAbsolutePath(), directory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, directory), "cassandra-for-tests"));
            return server.contactPoint();
        } catch (IOException e) {
            throw new UncheckedIOException("the Cassandra for tests did not start", e);
        }
    }

    private static void remove(EmbeddedCassandra server, Path directory) {
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
