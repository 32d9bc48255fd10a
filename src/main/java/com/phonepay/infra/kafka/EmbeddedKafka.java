package com.phonepay.infra.kafka;

import com.phonepay.infra.process.Await;
import com.phonepay.infra.process.Ending;
import com.phonepay.infra.process.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A broker that belongs to this process: it ends when this one ends. Can be stopped and started again on its port. */
public final class EmbeddedKafka implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

    private final KafkaPlace place;
    private Process process;

    private EmbeddedKafka(KafkaPlace place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** Starts a broker on free ports with its files under the directory, and waits until it answers. */
    public static EmbeddedKafka start(Path project, Path directory) throws IOException {
        var place = KafkaPlace.onFreePorts(project, directory);
        var broker = new EmbeddedKafka(
                place, new KafkaCommand(place).endingWithParent().start());
        broker.awaitReady();
        return broker;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + place.port();
    }

    /** Starts a broker that was killed or closed, with the data it had. */
    public void startAgain() throws IOException {
        process = new KafkaCommand(place).endingWithParent().start();
        awaitReady();
    }

    @Override
    public void close() {
        Ending.askThenForce(process.toHandle(), STOP_LIMIT).join();
    }

    /** Ends the broker at once, as a power cut would. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private void awaitReady() throws IOException {
        Await.until(() -> !process.isAlive() || Ports.somebodyListens(place.port()), START_LIMIT);
        if (!process.isAlive() || !Ports.somebodyListens(place.port())) {
            kill();
            throw new IOException("Kafka did not start; its log is " + place.log());
        }
    }
}
