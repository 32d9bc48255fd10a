package com.phonepay;

import akka.actor.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.Cluster;
import akka.cluster.MemberStatus;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import akka.management.cluster.bootstrap.ClusterBootstrap;
import akka.management.javadsl.AkkaManagement;
import com.phonepay.causal.Causality;
import com.phonepay.coordinator.InDoubtWatch;
import com.phonepay.coordinator.proof.ProofStore;
import com.phonepay.edge.http.AdminPorts;
import com.phonepay.edge.http.EventPorts;
import com.phonepay.edge.http.HttpEdge;
import com.phonepay.edge.http.ReadinessCheck;
import com.phonepay.events.kafka.EventTables;
import com.phonepay.events.kafka.KafkaProbe;
import com.phonepay.events.kafka.KafkaSettings;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.ops.NodeState;
import com.phonepay.ops.Readiness;
import com.phonepay.ops.audit.CassandraAuditTrail;
import com.phonepay.ops.fault.FailPoints;
import com.phonepay.ops.fault.Lag;
import com.phonepay.payment.cluster.ClusterTimelines;
import com.phonepay.payment.cluster.PaymentSteps;
import com.phonepay.payment.cluster.PaymentWords;
import com.phonepay.payment.cluster.SliceProbe;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.readmodel.mongo.Mongo;
import com.phonepay.readmodel.mongo.MongoSettings;
import com.phonepay.readmodel.redis.CachedHistories;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import com.phonepay.redis.RedisSettings;
import com.phonepay.settings.Settings;
import com.phonepay.slice.akka.SliceCluster;
import com.phonepay.slice.akka.SliceMeters;
import com.phonepay.slice.akka.SliceStore;
import com.phonepay.slice.journal.JournalFollower;
import com.phonepay.slice.journal.ReleaseWatch;
import com.phonepay.slice.journal.ReleasedEvents;
import com.phonepay.slice.journal.Timeline;
import com.phonepay.slice.journal.TimelineIndex;
import com.phonepay.slice.journal.TimelineTables;
import com.phonepay.worker.export.kafka.LakeExporter;
import com.phonepay.worker.export.kafka.LakeSettings;
import com.phonepay.worker.fraudanalytics.StoredProfiles;
import com.phonepay.worker.settlement.development.DevelopmentBank;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the rooms of one node, in order. Read {@link #open} as the table of contents of a node. */
final class NodeGuardian {
    private static final Logger LOG = LoggerFactory.getLogger(NodeGuardian.class);

    /** Cassandra is open, or this installation can not be run. */
    record StoreOpened(@Nullable Stored stored, @Nullable Throwable failure) {}

    /** What is kept in Cassandra: the journal, the index that follows it, and how far its events are told. */
    record Stored(SliceStore slices, Timeline timeline, CommittedEvents.Kept events, StoredProfiles profiles) {}

    /** Releases of this long are indexed together. */
    private static final Duration INDEX_PAUSE = Duration.ofMillis(300);

    private final ActorContext<StoreOpened> context;
    private final ActorSystem system;
    private final Settings settings;
    private final NodeState state;
    private final Mongo mongo;
    private final RedisLink redis;
    private final Operations operations;

    static Behavior<StoreOpened> create(Settings settings) {
        return Behaviors.setup(context -> new NodeGuardian(context, settings).begin());
    }

    private NodeGuardian(ActorContext<StoreOpened> context, Settings settings) {
        this.context = context;
        this.system = context.getSystem().classicSystem();
        this.settings = settings;
        this.state = NodeState.get(system);
        this.mongo = Mongo.open(MongoSettings.from(settings.config()));
        system.registerOnTermination(mongo::close);
        this.redis = RedisLink.open(RedisSettings.from(settings.config()));
        system.registerOnTermination(redis::close);
        this.operations = new Operations(system, state);
    }

    private Behavior<StoreOpened> begin() {
        state.identify(settings.node().number(), settings.secrets().supervisorToken());
        joinTheCluster();
        context.pipeToSelf(openTheStore(), StoreOpened::new);
        return Behaviors.receiveMessage(this::storeOpened);
    }

    private Behavior<StoreOpened> storeOpened(StoreOpened opened) {
        Stored stored = opened.stored();
        if (stored == null) {
            LOG.error("This node can not start", opened.failure());
            return Behaviors.stopped();
        }
        open(stored);
        return Behaviors.empty();
    }

    private void open(Stored stored) {
        SliceCluster slices = new SliceCluster(
                system,
                settings.slices().count(),
                settings.node().name(),
                settings.slices().bounds(),
                new SliceMeters(state.metrics()),
                MortalSteps.around(PaymentSteps.of(Causality.get(system)), FailPoints.of(system)));
        CommittedEvents events =
                new CommittedEvents(system, KafkaSettings.from(settings.config()), stored.events(), state);
        openTheSlices(slices, stored, events);
        slices.through(Lag.get(system)::before);
        startTheWorkers(slices, stored, events);
        coordinate(slices, stored);
        Settlement settlement =
                new Settlement(context.getSystem(), settings, stored.slices().session());
        settlement.open(slices.client());
        servePeople(slices, stored, settlement, ports(events));
    }

    private void joinTheCluster() {
        AkkaManagement.get(system).start();
        ClusterBootstrap.get(system).start();
    }

    private CompletionStage<Stored> openTheStore() {
        String keyspace = settings.store().keyspace();
        return SliceStore.open(system, layout()).thenCompose(store -> Timeline.open(store.session(), keyspace)
                .thenCompose(timeline -> CommittedEvents.Kept.open(store.session(), keyspace)
                        .thenCombine(
                                StoredProfiles.open(store.session(), keyspace),
                                (events, profiles) -> new Stored(store, timeline, events, profiles))));
    }

    private SliceStore.Layout layout() {
        Map<String, String> fixed = Map.of(
                "slices", Integer.toString(settings.slices().count()),
                "target-partition-size", Integer.toString(settings.slices().partitionRows()));
        String keyspace = settings.store().keyspace();
        List<String> tables = new ArrayList<>(TimelineTables.create(keyspace));
        tables.addAll(EventTables.create(keyspace));
        tables.addAll(StoredProfiles.tables(keyspace));
        tables.addAll(CassandraAuditTrail.create(keyspace));
        tables.addAll(ProofStore.create(keyspace));
        if (settings.settlement().hasDevelopmentBank()) {
            tables.addAll(DevelopmentBank.create(keyspace));
        }
        return new SliceStore.Layout(keyspace, settings.store().createKeyspace(), tables, fixed);
    }

    private void openTheSlices(SliceCluster slices, Stored stored, CommittedEvents events) {
        if (settings.node().isPayment()) {
            slices.host(
                    Adapter.toClassic(context),
                    stored.slices(),
                    Machines.of(settings),
                    readers(slices, stored, events));
            state.owns(slices.active()::byType);
        } else {
            slices.reach(List.of(SliceType.values()));
        }
    }

    /** Those who follow the journal of the slices that this node owns. */
    private ReleaseWatch readers(SliceCluster slices, Stored stored, CommittedEvents events) {
        ReleasedEvents journal = new ReleasedEvents(stored.slices().journal());
        ReleaseWatch index = new JournalFollower(
                system, journal, new TimelineIndex(stored.timeline(), new PaymentWords()), INDEX_PAUSE);
        ReleaseWatch tap = events.tap(journal, slices.active()::has);
        return (slice, position) -> {
            index.released(slice, position);
            tap.released(slice, position);
        };
    }

    private void startTheWorkers(SliceCluster slices, Stored stored, CommittedEvents events) {
        if (settings.node().isWorker()) {
            events.consume(Workers.of(context.getSystem(), settings, slices.client(), mongo, redis, stored.profiles()));
            FailPoints failPoints = FailPoints.of(system);
            LakeExporter.start(LakeSettings.from(settings.config()), step -> failPoints.passed(step.place()))
                    .ifPresent(lake -> system.registerOnTermination(lake::close));
        }
    }

    private EventPorts ports(CommittedEvents events) {
        return new EventPorts(
                events.feed(), events.republisher(settings.slices().slices()));
    }

    private void servePeople(SliceCluster slices, Stored stored, Settlement settlement, EventPorts events) {
        tellWhatIsNeeded(slices, stored);
        AdminPorts admin = operations.ports(settings, stored.slices().session(), slices.client(), servers());
        ClusterTimelines timelines = new ClusterTimelines(stored.timeline());
        PublicApi.start(
                        context.getSystem(),
                        settings,
                        slices.client(),
                        timelines,
                        cached(mongo.readModels()),
                        redis,
                        settlement.bank().map(bank -> bank),
                        events,
                        coordination(stored).orders(),
                        checks(slices),
                        admin)
                .thenCompose(this::openTheGateway)
                .whenComplete((opened, failure) -> {
                    if (failure == null) {
                        state.serves(true);
                    } else {
                        LOG.error("The public API can not be opened", failure);
                        system.terminate();
                    }
                });
    }

    private CompletionStage<?> openTheGateway(HttpEdge.Opened api) {
        return settings.node().isGateway()
                ? PublicGateway.start(context.getSystem(), settings, api.keyed(), redis)
                        .thenAccept(operations::answerFor)
                : CompletableFuture.completedFuture(api);
    }

    private ReadModels cached(ReadModels models) {
        return new ReadModels(
                new CachedHistories(models.histories(), redis, new RedisGenerations(redis)),
                models.transactions(),
                models.reports(),
                models.notifications(),
                models.fraudAlerts(),
                models.analytics());
    }

    private void tellWhatIsNeeded(SliceCluster slices, Stored stored) {
        SliceAddress any = new SliceAddress(SliceType.WALLETS, 0);
        state.needs(Readiness.JOURNAL, () -> stored.slices().epochs().read(any).thenApply(epoch -> true));
        state.needs(
                Readiness.SLICES,
                new SliceProbe(slices.client(), settings.slices().slices())::allAnswer);
    }

    /** The servers besides Cassandra. A payment needs none of them. */
    private List<ReadinessCheck> servers() {
        KafkaProbe kafka = new KafkaProbe(KafkaSettings.from(settings.config()));
        system.registerOnTermination(kafka::close);
        return List.of(
                new ReadinessCheck("kafka", kafka::answers),
                new ReadinessCheck("mongodb", mongo::answers),
                new ReadinessCheck("redis", redis::answers));
    }

    private List<ReadinessCheck> checks(SliceCluster slices) {
        SliceProbe probe = new SliceProbe(slices.client(), settings.slices().slices());
        return List.of(
                new ReadinessCheck("cluster", () -> CompletableFuture.completedFuture(isUp())),
                new ReadinessCheck("slices", probe::allAnswer));
    }

    private boolean isUp() {
        return Cluster.get(system).selfMember().status().equals(MemberStatus.up());
    }

    private Coordination coordination(Stored stored) {
        return new Coordination(system, settings, stored.slices(), mongo);
    }

    private void coordinate(SliceCluster slices, Stored stored) {
        Behavior<InDoubtWatch.Command> watch = InDoubtWatch.create(
                slices.client(),
                settings.slices().slices(),
                state.metrics(),
                coordination(stored).whileHere(state.metrics(), state::coordinates));
        ClusterSingleton.get(context.getSystem())
                .init(SingletonActor.of(watch, "coordinator")
                        .withSettings(ClusterSingletonSettings.create(context.getSystem())
                                .withRole("payment")));
    }
}
