package com.phonepay;

import akka.actor.ActorSystem;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.readmodel.Projection;
import com.phonepay.readmodel.ViewStore;
import com.phonepay.readmodel.mongo.Mongo;
import com.phonepay.readmodel.mongo.MongoSettings;
import com.phonepay.readmodel.rebuild.Findings;
import com.phonepay.readmodel.rebuild.Reconciliation;
import com.phonepay.settings.BadSettingsException;
import com.phonepay.settings.Settings;
import com.phonepay.slice.akka.SliceStore;
import com.phonepay.slice.journal.ReleasedEvents;
import com.phonepay.slice.journal.ReleasedPositions;
import com.phonepay.slice.journal.Timeline;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;

/**
 * The read models against the journal, as a process of its own beside a running system: {@code rebuild [--wipe]} writes
 * every document anew, {@code reconcile [--repair]} compares every document. Exit code 0: all are equal in the end.
 */
public final class ReadModelMain {
    private static final int DIFFERENT = 4;
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 78;

    /** A slice that is changing hands is released again within seconds; a command waits longer than a screen, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private ReadModelMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Settings settings = Settings.load();
            ActorSystem system = ActorSystem.create("phonepay-readmodel", alone(settings.config()));
            try (Mongo mongo = Mongo.open(MongoSettings.from(settings.config()).withPatience(PATIENCE))) {
                return run(arguments, mongo.views(), reconciliation(system, settings, mongo.views()));
            } finally {
                system.terminate();
            }
        } catch (BadSettingsException bad) {
            System.err.println(bad.getMessage());
            return BAD_SETTINGS;
        } catch (CompletionException e) {
            System.err.println(e.getCause() == null ? e : e.getCause().getMessage());
            return FAILED;
        }
    }

    private static int run(List<String> arguments, ViewStore store, Reconciliation reconciliation) {
        boolean rebuild = arguments.contains("rebuild");
        boolean repair = rebuild || arguments.contains("--repair");
        if (arguments.contains("--wipe")) {
            store.wipe(Projection.VIEWS).toCompletableFuture().join();
        }
        if (rebuild) {
            reconciliation.rebuild();
        }
        Findings found = print(reconciliation.compare(repair));
        if (repair && !found.areEqual()) {
            System.out.println("Repaired; compared once more:");
            found = print(reconciliation.compare(false));
        }
        return found.areEqual() ? 0 : DIFFERENT;
    }

    private static Findings print(Findings findings) {
        System.out.println(findings);
        findings.examples().forEach(example -> System.out.println("  " + example));
        return findings;
    }

    private static Reconciliation reconciliation(ActorSystem system, Settings settings, ViewStore store) {
        String keyspace = settings.store().keyspace();
        Map<String, String> fixed = Map.of(
                "slices", Integer.toString(settings.slices().count()),
                "target-partition-size", Integer.toString(settings.slices().partitionRows()));
        SliceStore.Layout layout =
                new SliceStore.Layout(keyspace, settings.store().createKeyspace(), List.of(), fixed);
        SliceStore cassandra =
                SliceStore.open(system, layout).toCompletableFuture().join();
        Timeline timeline = Timeline.open(cassandra.session(), keyspace)
                .toCompletableFuture()
                .join();
        return new Reconciliation(
                store,
                new ReleasedPositions(system, cassandra.journal(), timeline, PATIENCE),
                new ReleasedEvents(cassandra.journal()),
                slices(settings.slices().count()),
                InstantSource.system());
    }

    /** All slices whose events are shown in documents. */
    private static List<SliceAddress> slices(int count) {
        List<SliceAddress> slices = new ArrayList<>();
        for (SliceType type : List.of(SliceType.TRANSACTIONS, SliceType.WALLETS, SliceType.DIRECTORY)) {
            for (int number = 0; number < count; number++) {
                slices.add(new SliceAddress(type, number));
            }
        }
        return slices;
    }

    /** No member of the cluster: it only reads. */
    private static Config alone(Config config) {
        return ConfigFactory.parseString("akka.actor.provider = local\nakka.coordinated-shutdown.exit-jvm = off")
                .withFallback(config);
    }
}
