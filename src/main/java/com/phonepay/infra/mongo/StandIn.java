package com.phonepay.infra.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.h2.mvstore.MVStore;

/**
 * The main class of the stand-in's process: mongo-java-server over H2's store, on loopback. It has no sessions, no
 * transactions and no change streams, and it finds documents by {@code _id} only; everything else is looked for in all
 * documents of the collection.
 */
public final class StandIn {
    private static final int CACHE_MEGABYTES = 64;

    private StandIn() {}

    /** Arguments: the port, and the file that holds the data. */
    public static void main(String[] arguments) {
        MVStore store = new MVStore.Builder()
                .fileName(arguments[1])
                .cacheSize(CACHE_MEGABYTES)
                .open();
        MongoServer server = new MongoServer(new DurableBackend(store));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "shutdown"));
    }
}
