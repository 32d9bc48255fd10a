package com.phonepay.slice.akka;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.pattern.Patterns;
import akka.testkit.javadsl.TestKit;
import com.phonepay.kernel.Answer;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Message;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.settings.Settings;
import com.phonepay.slice.Bounds;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.ReleaseWatch;
import com.phonepay.slice.journal.TimelineTables;
import com.phonepay.slice.wire.Request;
import com.phonepay.slice.wire.Wire;
import com.phonepay.testing.CassandraForTests;
import com.phonepay.testing.StoreForTests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One node without a cluster: a store of its own, slice hosts started by hand, other slices played by a probe. */
final class HostForTests implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final ActorSystem system;
    final SliceStore store;
    final TestKit others;
    final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final String keyspace;

    HostForTests(String names) {
        keyspace = CassandraForTests.freshKeyspace("host");
        Settings settings = StoreForTests.settings(
                keyspace,
                "phonepay.wire.names = [\"" + names + "\"]\n" + "akka.persistence.cassandra.journal.class = \""
                        + FaultyJournal.class.getName() + "\"");
        system = ActorSystem.create("hosts", settings.config());
        others = new TestKit(system);
        SliceStore.Layout layout = new SliceStore.Layout(
                keyspace, settings.store().createKeyspace(), TimelineTables.create(keyspace), Map.of());
        store = now(SliceStore.open(system, layout));
    }

    String keyspace() {
        return keyspace;
    }

    /** Starts a host of a wallets slice, and waits until it decides. */
    ActorRef start(Machine<?> machine, int number, Bounds bounds, ReleaseWatch watch) {
        ActiveSlices active = new ActiveSlices();
        Wire wire = Wire.get(system);
        Postman postman = new Postman(wire.deliveries(), type -> others.getRef(), slice -> false);
        Hosting hosting = new Hosting(
                "node-1",
                bounds,
                store.epochs(),
                store.journal(),
                wire.format(),
                postman,
                watch,
                new SliceMeters(metrics),
                StepWatch.NONE,
                active);
        ActorRef host = new TestKit(system)
                .childActorOf(SliceHost.props(SliceType.WALLETS, machine, hosting), Integer.toString(number));
        others.awaitCond(PATIENCE, Duration.ofMillis(20), () -> !active.byType().isEmpty());
        return host;
    }

    ActorRef start(Machine<?> machine, int number, Bounds bounds) {
        return start(machine, number, bounds, (slice, position) -> {});
    }

    /** Ends a host and waits until it is gone. */
    void stop(ActorRef host) {
        TestKit watcher = new TestKit(system);
        watcher.watch(host);
        system.stop(host);
        watcher.expectTerminated(PATIENCE, host);
    }

    CompletionStage<Answer> ask(ActorRef host, int number, Message message, Duration timeout) {
        Envelope envelope = new Envelope(slice(number), null, System.currentTimeMillis(), message);
        return Patterns.ask(host, new Request(envelope), timeout).thenApply(Answer.class::cast);
    }

    Answer answer(ActorRef host, int number, Message message) {
        return now(ask(host, number, message, PATIENCE));
    }

    List<Row> rows(int number) {
        List<Row> rows = new CopyOnWriteArrayList<>();
        now(store.journal().read(slice(number), 1, 100_000, rows::add));
        return rows;
    }

    static SliceAddress slice(int number) {
        return new SliceAddress(SliceType.WALLETS, number);
    }

    static <T> T now(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("not in time, or failed", e);
        }
    }

    @Override
    public void close() {
        TestKit.shutdownActorSystem(system);
    }
}
