package com.phonepay.infra;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Where one development cluster keeps its files and which ports it uses.
 *
 * @param project the root of the source tree (pom.xml is here)
 * @param data everything the cluster writes: journal, logs, secrets, process records
 * @param portOffset added to every port, so that two clusters can run side by side
 */
public record Layout(Path project, Path data, int portOffset) {

    /** The kernel refuses longer names for a Unix domain socket (108 bytes on Linux, 104 on macOS). */
    private static final int LONGEST_SOCKET_NAME = 100;

    public Layout {
        project = project.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        if (portOffset < 0 || portOffset > 30_000) {
            throw new IllegalArgumentException("PHONEPAY_PORT_OFFSET must be between 0 and 30000: " + portOffset);
        }
    }

    /** The layout that the environment asks for: PHONEPAY_HOME, PHONEPAY_DATA and PHONEPAY_PORT_OFFSET. */
    public static Layout fromEnvironment() {
        var project = Path.of(orElse("PHONEPAY_HOME", System.getProperty("user.dir")));
        var data = project.resolve(orElse("PHONEPAY_DATA", "data"));
        var offset = orElse("PHONEPAY_PORT_OFFSET", "0");
        try {
            return new Layout(project, data, Integer.parseInt(offset.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("PHONEPAY_PORT_OFFSET is not a whole number: " + offset, e);
        }
    }

    private static String orElse(String variable, String otherwise) {
        var value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : value;
    }

    public Path run() {
        return data.resolve("run");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** Where committed events land as files, for the jobs. */
    public Path lake() {
        return data.resolve("lake");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path cassandraData() {
        return data.resolve("cassandra");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    /** The supervisor listens here. A data directory with a long name gets a socket in the temporary directory. */
    public Path controlSocket() {
        var beside = run().resolve("control.sock");
        if (beside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET_NAME) {
            return beside;
        }
        var name = UUID.nameUUIDFromBytes(data.toString().getBytes(StandardCharsets.UTF_8));
        return Path.of(System.getProperty("java.io.tmpdir"), "phonepay-" + name + ".sock");
    }

    public int httpPort(int node) {
        return 5000 + node + portOffset;
    }

    public int gatewayPort(int node) {
        return 5000 + 10 * (node - 1) + portOffset;
    }

    public int managementPort(int node) {
        return 8557 + node + portOffset;
    }

    public int arteryPort(int node) {
        return 25520 + node + portOffset;
    }

    public int cqlPort() {
        return 19042 + portOffset;
    }

    public int kafkaPort() {
        return 19092 + portOffset;
    }

    public int kafkaControllerPort() {
        return 19093 + portOffset;
    }

    public int mongoPort() {
        return 27117 + portOffset;
    }

    public int redisPort() {
        return 16379 + portOffset;
    }

    public int cassandraStoragePort() {
        return 17000 + portOffset;
    }

    public int cassandraJmxPort() {
        return 17199 + portOffset;
    }
}
