package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.ProcessIdentity;
import com.phonepay.infra.server.EmbeddedServer;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All processes of the cluster. One thread makes every change, so that a death, an order and a restart that come
 * together are seen one after the other.
 */
public final class Fleet implements Supervised.Watcher {

    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    private final ScheduledExecutorService loop =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "fleet"));
    private final Layout layout;
    private final ClusterPlan plan;
    private final Archives archives;
    private final ProcessRecords records;
    private final DeathNotice deathNotice;
    private final NodeCommand nodeCommand;
    private final String token;
    private final Map<Integer, Supervised> nodes = new LinkedHashMap<>();
    private final Map<String, Supervised> servers = new LinkedHashMap<>();
    private @Nullable CompletableFuture<Void> ending;

    public Fleet(Layout layout, ClusterPlan plan, Archives archives) throws IOException {
        token = Secrets.newToken();
        this.layout = layout;
        this.plan = plan;
        this.archives = archives;
        records = new ProcessRecords(layout);
        deathNotice = new DeathNotice(token);
        nodeCommand = new NodeCommand(layout, plan, token);
        plan.embedded(layout).forEach(server -> servers.put(server.name(), newServer(server)));
        plan.numbers().forEach(number -> nodes.put(number, newNode(number)));
    }

    /** Starts everything at once: the nodes wait for their servers by themselves. */
    public CompletableFuture<Void> start() {
        return inLoop(() -> {
            everything().values().forEach(Supervised::run);
            return done();
        });
    }

    public CompletableFuture<Void> startNode(int number) {
        return withNode(number, node -> {
            node.run();
            return done();
        });
    }

    public CompletableFuture<Void> stopNode(int number) {
        return withNode(number, Supervised::stop);
    }

    public CompletableFuture<Void> killNode(int number) {
        return withNode(number, Supervised::kill);
    }

    public CompletableFuture<Void> startServer(String name) {
        return withServer(name, server -> {
            server.run();
            return done();
        });
    }

    public CompletableFuture<Void> stopServer(String name) {
        return withServer(name, Supervised::stop);
    }

    public CompletableFuture<Void> killServer(String name) {
        return withServer(name, Supervised::kill);
    }

    /** Stops the nodes together, then the servers, which they may need to the last moment. */
    public synchronized CompletableFuture<Void> end() {
        if (ending == null) {
            ending = inLoop(() -> stop(nodes.values()))
                    .thenComposeAsync(gone -> stop(servers.values()), loop)
                    .thenRunAsync(loop::shutdown, loop);
        }
        return ending;
    }

    /** What the supervisor proves itself with to the nodes, and they to it. */
    String token() {
        return token;
    }

    CompletableFuture<Map<String, Member>> members() {
        return inLoop(() -> {
            var members = new LinkedHashMap<String, Member>();
            everything().forEach((name, process) -> members.put(name, Member.of(process)));
            return CompletableFuture.completedFuture(members);
        });
    }

    /** A supervised process at one moment. */
    record Member(@Nullable Long pid, int restarts) {
        static Member of(Supervised process) {
            return new Member(process.identity().map(ProcessIdentity::pid).orElse(null), process.restarts());
        }
    }

    @Override
    public void changed() {
        var running = new LinkedHashMap<String, ProcessIdentity>();
        running.put(ProcessRecords.SUPERVISOR, ProcessIdentity.self());
        everything().forEach((name, process) -> process.identity().ifPresent(known -> running.put(name, known)));
        try {
            records.write(running);
        } catch (IOException e) {
            LOG.error("the processes could not be recorded", e);
        }
    }

    @Override
    public CompletableFuture<Void> died(Supervised dead) {
        return numberOf(dead).map(this::tellOfDeath).orElseGet(Fleet::done);
    }

    private CompletableFuture<Void> tellOfDeath(int number) {
        var living = nodes.entrySet().stream()
                .filter(node -> node.getValue().identity().isPresent())
                .map(node -> layout.managementPort(node.getKey()))
                .toList();
        return deathNotice.tell("127.0.0.1:" + layout.arteryPort(number), living);
    }

    private Optional<Integer> numberOf(Supervised process) {
        return nodes.entrySet().stream()
                .filter(node -> node.getValue() == process)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static CompletableFuture<Void> stop(Collection<Supervised> some) {
        return CompletableFuture.allOf(some.stream().map(Supervised::stop).toArray(CompletableFuture<?>[]::new));
    }

    private Supervised newNode(int number) {
        return new Supervised(NodeCommand.name(number), () -> startNodeProcess(number), this, loop);
    }

    private Process startNodeProcess(int number) throws IOException {
        return nodeCommand
                .of(number, ShortLife.with(archives.nodeFlags(number)))
                .redirectErrorStream(true)
                .redirectOutput(LogFile.open(layout.log(NodeCommand.name(number))))
                .start();
    }

    private Supervised newServer(EmbeddedServer server) {
        return new Supervised(server.name(), () -> startServerProcess(server), this, loop);
    }

    private Process startServerProcess(EmbeddedServer server) throws IOException {
        var flags = ShortLife.with(archives.serverFlags(server.name()));
        flags.add(Leftovers.mark(layout));
        return server.command(flags).start();
    }

    private Map<String, Supervised> everything() {
        var all = new LinkedHashMap<>(servers);
        nodes.values().forEach(node -> all.put(node.name(), node));
        return all;
    }

    private CompletableFuture<Void> withNode(int number, Function<Supervised, CompletableFuture<Void>> order) {
        var node = nodes.get(number);
        if (node == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "There is no node " + number + "; this cluster has nodes 1 to " + plan.nodes() + "."));
        }
        return inLoop(() -> order.apply(node));
    }

    private CompletableFuture<Void> withServer(String name, Function<Supervised, CompletableFuture<Void>> order) {
        var server = servers.get(name);
        if (server == null) {
            return CompletableFuture.failedFuture(new IllegalArgumentException("This cluster runs no server \"" + name
                    + "\"; it runs " + String.join(", ", servers.keySet()) + "."));
        }
        return inLoop(() -> order.apply(server));
    }

    private <T> CompletableFuture<T> inLoop(Supplier<CompletableFuture<T>> change) {
        return done().thenComposeAsync(nothing -> change.get(), loop);
    }

    private static CompletableFuture<Void> done() {
        return CompletableFuture.completedFuture(null);
    }
}
