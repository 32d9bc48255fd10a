package com.phonepay.infra.cassandra;

import com.phonepay.infra.Layout;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.ServerClasspath;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The Cassandra of a development cluster. */
public final class CassandraServer implements EmbeddedServer {

    private static final int MEGABYTES = 800;

    private final CassandraPlace place;

    public CassandraServer(Layout layout) {
        place = CassandraPlace.of(layout);
    }

    @Override
    public String name() {
        return "cassandra";
    }

    @Override
    public String title() {
        return "Cassandra";
    }

    @Override
    public String variable() {
        return "PHONEPAY_CASSANDRA_CONTACT_POINTS";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port();
    }

    @Override
    public int port() {
        return place.cqlPort();
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(
                place.cqlPort(), "Cassandra's clients",
                place.storagePort(), "Cassandra's own traffic",
                place.jmxPort(), "Cassandra's tools");
    }

    @Override
    public int megabytes() {
        return MEGABYTES;
    }

    @Override
    public String archivable() throws IOException {
        return new ServerClasspath(place.project(), name()).resolve();
    }

    @Override
    public ProcessBuilder command(List<String> flags) throws IOException {
        return new CassandraCommand(place).resident(flags);
    }

    @Override
    public boolean isReady() {
        return CqlProbe.answers(place.contactPoint());
    }
}
