package com.phonepay.infra.mongo;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.ServerClasspath;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The stand-in for MongoDB of a development cluster. */
public final class MongoServer implements EmbeddedServer {

    private static final int MEGABYTES = 350;

    private final MongoPlace place;

    public MongoServer(Layout layout) {
        place = MongoPlace.of(layout);
    }

    @Override
    public String name() {
        return "mongo";
    }

    @Override
    public String title() {
        return "MongoDB's stand-in";
    }

    @Override
    public String variable() {
        return "PHONEPAY_MONGO_URI";
    }

    @Override
    public String address() {
        return place.uri();
    }

    @Override
    public int port() {
        return place.port();
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(place.port(), "MongoDB's clients");
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
        return new MongoCommand(place).resident(flags);
    }

    /** It opens its port when its data is there, not before. */
    @Override
    public boolean isReady() {
        return Ports.somebodyListens(port());
    }
}
