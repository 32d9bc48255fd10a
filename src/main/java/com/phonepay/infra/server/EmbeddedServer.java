package com.phonepay.infra.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * One server that the nodes use. The launcher checks its ports and resolves its jars, the supervisor starts it together
 * with the nodes, starts it again when it dies and stops it after them. Its files are {@code src/main/infra/NAME}, its
 * log is {@code NAME.log}.
 */
public interface EmbeddedServer {

    /** As status, logs and orders call it: {@code kafka}. */
    String name();

    /** As people call it: {@code Kafka}. */
    String title();

    /**
     * The environment variable that tells a node the server's address. Where a person has set it for the launcher,
     * the nodes get that value and no server is started.
     */
    String variable();

    /** The value of {@link #variable} for this server. */
    String address();

    /** The port that its clients use. */
    int port();

    /** Every port that it listens on, and what for. */
    Map<Integer, String> ports();

    /** Roughly the memory that its process takes. */
    int megabytes();

    /** Finds its program, with the network where needed. Asked before the supervisor starts. */
    default void prepare() throws IOException {
        archivable();
    }

    /** The class path whose classes an archive may hold for a faster start; empty when it is no Java program. */
    String archivable() throws IOException;

    /** Its process, not started yet. The flags go to its JVM and mark it as one of this cluster's. */
    ProcessBuilder command(List<String> flags) throws IOException;

    /** Whether it answers now. Waits a second at most. */
    boolean isReady();
}
