package com.phonepay;

import akka.actor.ActorSystem;
import com.phonepay.coordinator.ClusterOrders;
import com.phonepay.coordinator.Leadership;
import com.phonepay.coordinator.analytics.AnalyticsDesk;
import com.phonepay.coordinator.drill.SupervisedDrills;
import com.phonepay.coordinator.proof.ConservationWatch;
import com.phonepay.coordinator.proof.LedgerAuditor;
import com.phonepay.coordinator.proof.LedgerReader;
import com.phonepay.coordinator.proof.ProofStore;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.mongo.Mongo;
import com.phonepay.settings.Settings;
import com.phonepay.slice.akka.SliceStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the coordinator's duties together, and what administrators may ask about the cluster. */
final class Coordination {
    private static final int FIRST_ARTERY_PORT_OF_NODE = 25_520;

    private final ActorSystem system;
    private final Settings settings;
    private final SliceStore store;
    private final ProofStore proofs;
    private final Mongo mongo;

    Coordination(ActorSystem system, Settings settings, SliceStore store, Mongo mongo) {
        this.system = system;
        this.settings = settings;
        this.store = store;
        this.mongo = mongo;
        this.proofs = new ProofStore(store.session(), settings.store().keyspace());
    }

    /** Told that the coordinator begins or ends here; the audit of the ledger and the jobs go where it goes. */
    Consumer<Boolean> whileHere(MeterRegistry metrics, Consumer<Boolean> state) {
        return new Consumer<>() {
            private @Nullable ConservationWatch audit;
            private @Nullable AnalyticsDesk analytics;

            @Override
            public void accept(Boolean here) {
                state.accept(here);
                if (audit != null) {
                    audit.close();
                    audit = null;
                }
                if (analytics != null) {
                    analytics.close();
                    analytics = null;
                }
                if (here) {
                    audit = new ConservationWatch(
                            Coordination.this::auditor,
                            proofs,
                            settings.coordinator().auditEvery(),
                            metrics);
                    analytics = analytics();
                }
            }
        };
    }

    private AnalyticsDesk analytics() {
        return new AnalyticsDesk(
                mongo.analytics(),
                sink -> mongo.views().all(View.TRANSACTIONS, sink),
                mongo.fraudAlerts(),
                settings.analytics(),
                InstantSource.system(),
                settings.node().name());
    }

    private LedgerAuditor auditor() {
        LedgerReader reader = new LedgerReader(store.session(), settings.store().keyspace(), store.journal());
        return new LedgerAuditor(reader, settings.slices().slices(), InstantSource.system());
    }

    ClusterOrders orders() {
        SupervisedDrills drills = new SupervisedDrills(
                settings.coordinator().supervisorSocket(),
                settings.secrets().supervisorToken(),
                system.dispatchers().lookup("akka.actor.default-blocking-io-dispatcher"));
        return new ClusterOrders(drills, new Leadership(system)::handOver, proofs::latest, this::nodeName);
    }

    /** Nodes of one machine are numbered by their ports; elsewhere an address is its own name. */
    private String nodeName(String address) {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        int offset = settings.node().arteryPort() - settings.node().number();
        int number = port - offset;
        return address.startsWith(settings.node().host() + ":") && number > 0 && offset >= FIRST_ARTERY_PORT_OF_NODE
                ? "node-" + number
                : address;
    }
}
