package com.phonepay.infra.kafka;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Ports;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.ServerClasspath;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The Kafka broker of a development cluster. */
public final class KafkaServer implements EmbeddedServer {

    private static final int MEGABYTES = 350;

    private final KafkaPlace place;

    public KafkaServer(Layout layout) {
        place = KafkaPlace.of(layout);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public String variable() {
        return "PHONEPAY_KAFKA_BOOTSTRAP_SERVERS";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port();
    }

    @Override
    public int port() {
        return place.port();
    }

    @Override
    public Map<Integer, String> ports() {
        return Map.of(place.port(), "Kafka's clients", place.controllerPort(), "Kafka's controller");
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
        return new KafkaCommand(place).resident(flags);
    }

    /** The broker opens its port when it is ready, not before. */
    @Override
    public boolean isReady() {
        return Ports.somebodyListens(port());
    }
}
