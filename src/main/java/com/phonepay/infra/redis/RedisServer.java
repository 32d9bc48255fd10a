package com.phonepay.infra.redis;

import com.phonepay.infra.Layout;
import com.phonepay.infra.server.EmbeddedServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The Redis of a development cluster. */
public final class RedisServer implements EmbeddedServer {

    /** Its memory is bounded in its settings. */
    private static final int MEGABYTES = 80;

    private final RedisPlace place;

    public RedisServer(Layout layout) {
        place = RedisPlace.of(layout);
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public String title() {
        return "Redis";
    }

    @Override
    public String variable() {
        return "PHONEPAY_REDIS_URI";
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
        return Map.of(place.port(), "Redis' clients");
    }

    @Override
    public int megabytes() {
        return MEGABYTES;
    }

    @Override
    public void prepare() throws IOException {
        new RedisProgram(place.project()).find();
    }

    /** It is no Java program. */
    @Override
    public String archivable() {
        return "";
    }

    @Override
    public ProcessBuilder command(List<String> flags) throws IOException {
        return new RedisCommand(place).resident(flags.get(flags.size() - 1));
    }

    @Override
    public boolean isReady() {
        return RedisProbe.answers(port());
    }
}
