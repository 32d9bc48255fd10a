package com.phonepay.nemesis;

import com.phonepay.infra.drill.ClusterEye;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.supervisor.ControlClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Carries nemeses out through the supervisor, one after the other, each followed by its end and a rest. */
final class Havoc {
    private final ControlClient supervisor;
    private final ClusterEye eye;
    private final List<Integer> nodes;
    private final int redisPort;
    private final Random random;

    Havoc(ControlClient supervisor, ClusterEye eye, List<Integer> nodes, int redisPort, long seed) {
        this.supervisor = supervisor;
        this.redisPort = redisPort;
        this.eye = eye;
        this.nodes = nodes;
        this.random = new Random(seed);
    }

    /** Does one, and undoes it. */
    void strike(Nemesis nemesis) {
        int node = nodes.get(random.nextInt(nodes.size()));
        int coordinator = eye.look().coordinator().orElse(node);
        switch (nemesis) {
            case KILL_NODE -> killed(node, 1 + random.nextInt(8));
            case KILL_COORDINATOR -> killed(coordinator, 1 + random.nextInt(8));
            case KILL_ALL -> killAll();
            case PAUSE_NODE -> paused(node, 5 + random.nextInt(11));
            case PARTITION -> partitioned(node, 5 + random.nextInt(11));
            case KILL_CASSANDRA -> server("cassandra", "kill", "start", 2);
            case PAUSE_CASSANDRA -> paused("cassandra", 5 + random.nextInt(11));
            case KILL_KAFKA -> server("kafka", "kill", "start", 5);
            case FLUSH_REDIS -> flush();
            case KILL_REDIS -> server("redis", "kill", "start", 5);
            case ROLLING_RESTART -> nodes.forEach(this::restarted);
        }
    }

    /** Everything runs again and everybody sees everybody. */
    boolean heal(Duration limit) {
        order(() -> supervisor.fault("heal", ""));
        nodes.forEach(node -> order(() -> supervisor.node("start", node)));
        return Await.until(() -> eye.look().isWhole(), limit);
    }

    private void killed(int node, int seconds) {
        order(() -> supervisor.node("kill", node));
        rest(seconds);
        order(() -> supervisor.node("start", node));
    }

    /** Nodes and the store at once, as when the power goes. */
    private void killAll() {
        nodes.forEach(node -> order(() -> supervisor.node("kill", node)));
        order(() -> supervisor.server("kill", "cassandra"));
        rest(2);
        order(() -> supervisor.server("start", "cassandra"));
        nodes.forEach(node -> order(() -> supervisor.node("start", node)));
    }

    private void paused(int node, int seconds) {
        paused("node-" + node, seconds);
    }

    private void paused(String process, int seconds) {
        order(() -> supervisor.fault("pause", process));
        rest(seconds);
        order(() -> supervisor.fault("resume", process));
    }

    private void partitioned(int node, int seconds) {
        order(() -> supervisor.fault("cut", "node-" + node));
        rest(seconds);
        order(() -> supervisor.fault("mend", "node-" + node));
    }

    private void server(String name, String fault, String end, int seconds) {
        order(() -> supervisor.server(fault, name));
        rest(seconds);
        order(() -> supervisor.server(end, name));
    }

    /** Everything that Redis keeps is gone while it is used. */
    private void flush() {
        RedisClient redis = RedisClient.create(RedisURI.create("127.0.0.1", redisPort));
        try (var connection = redis.connect()) {
            connection.sync().flushall();
        } finally {
            redis.shutdown();
        }
    }

    private void restarted(int node) {
        order(() -> supervisor.node("stop", node));
        order(() -> supervisor.node("start", node));
        Await.until(() -> eye.look().isWhole(), Duration.ofMinutes(1));
    }

    /** Every third time the next fault meets a cluster that still heals from this one. */
    void restAfter(Random chance) {
        if (chance.nextInt(3) > 0) {
            Await.until(() -> eye.look().isWhole(), Duration.ofMinutes(1));
        }
        rest(3 + chance.nextInt(6));
    }

    static void rest(int seconds) {
        Await.until(() -> false, Duration.ofSeconds(seconds));
    }

    private interface Order {
        void send() throws IOException;
    }

    private static void order(Order order) {
        try {
            order.send();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
