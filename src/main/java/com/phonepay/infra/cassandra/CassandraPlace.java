package com.phonepay.infra.cassandra;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Ports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/**
 * Where one Cassandra server lives.
 *
 * @param project the root of the source tree, which holds the server's settings and resolved class path
 * @param data its data directory
 * @param log its log file
 */
public record CassandraPlace(Path project, Path data, Path log, int cqlPort, int storagePort, int jmxPort) {

    public static CassandraPlace of(Layout layout) {
        return new CassandraPlace(
                layout.project(),
                layout.cassandraData(),
                layout.log("cassandra"),
                layout.cqlPort(),
                layout.cassandraStoragePort(),
                layout.cassandraJmxPort());
    }

    /** A place on free ports, everything under the given directory. */
    public static CassandraPlace onFreePorts(Path project, Path directory) throws IOException {
        var ports = Ports.free(3);
        return new CassandraPlace(
                project, directory, directory.resolve("cassandra.log"), ports.get(0), ports.get(1), ports.get(2));
    }

    /** Where clients connect. */
    public InetSocketAddress contactPoint() {
        return new InetSocketAddress(Ports.loopback(), cqlPort);
    }

    Path sources() {
        return project.resolve("src/main/infra/cassandra");
    }
}
