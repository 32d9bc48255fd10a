package com.phonepay.edge.http;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import akka.http.javadsl.ServerBinding;
import com.phonepay.coordinator.ClusterOrders;
import com.phonepay.coordinator.drill.SupervisedDrills;
import com.phonepay.directory.DirectoryMachine;
import com.phonepay.directory.DirectorySettings;
import com.phonepay.fraud.FraudMachine;
import com.phonepay.fraud.FraudSettings;
import com.phonepay.kernel.Machine;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Reply;
import com.phonepay.payment.TimelineStep;
import com.phonepay.payment.cluster.Asking;
import com.phonepay.payment.cluster.ClusterAccounts;
import com.phonepay.payment.cluster.ClusterMerchants;
import com.phonepay.payment.cluster.ClusterOpenTransactions;
import com.phonepay.payment.cluster.ClusterPayments;
import com.phonepay.payment.cluster.ClusterRefunds;
import com.phonepay.payment.cluster.ClusterSessions;
import com.phonepay.payment.cluster.ClusterWallets;
import com.phonepay.payment.cluster.Patience;
import com.phonepay.payment.cluster.SliceProbe;
import com.phonepay.protocol.FeePlan;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.slice.SliceClient;
import com.phonepay.testing.LocalSlices;
import com.phonepay.testing.MemoryAuditTrail;
import com.phonepay.testing.QuickPasswords;
import com.phonepay.transaction.Deadlines;
import com.phonepay.transaction.TransactionMachine;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.WalletMachine;
import com.phonepay.wallet.WalletRules;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The whole API on a free port, over the production machines in memory: everything but the cluster is real. */
final class Served implements AutoCloseable {
    static final String BOOTSTRAP_TOKEN = "only-the-operator-knows";
    static final Slices SLICES = new Slices(4);
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofSeconds(10));

    final DrivenFeed events = new DrivenFeed();
    final LocalSlices slices;
    final ActorSystem<Void> system;
    final EdgeSettings settings;
    final EdgePorts ports;
    final InstantSource clock;
    private final ReadModels readModels;
    final MemoryAuditTrail audit = new MemoryAuditTrail();
    final TwoNodes everyNode = new TwoNodes();
    private final ServerBinding binding;

    private Served(LocalSlices slices, SliceClient client, ReadModels readModels, Config more) {
        this.slices = slices;
        this.readModels = readModels;
        this.clock = () -> Instant.ofEpochMilli(slices.now());
        Config config = more.withFallback(config());
        this.system = ActorSystem.create(Behaviors.empty(), "edge", config);
        this.settings = EdgeSettings.from(config);
        this.ports = ports(client);
        this.binding = done(HttpEdge.start(system, settings, ports, clock).toCompletableFuture())
                .binding();
    }

    static Served overMachines() {
        LocalSlices slices = machines();
        return new Served(slices, slices, NoReadModels.ALL, ConfigFactory.empty());
    }

    /** With read models that are not down. */
    static Served with(ReadModels readModels) {
        LocalSlices slices = machines();
        return new Served(slices, slices, readModels, ConfigFactory.empty());
    }

    /** With some settings changed, and perhaps something between the API and the slices. */
    static Served over(LocalSlices slices, SliceClient client, String settings) {
        return new Served(slices, client, NoReadModels.ALL, ConfigFactory.parseString(settings));
    }

    static LocalSlices machines() {
        Map<SliceType, Machine<?>> machines = Map.of(
                SliceType.WALLETS, new WalletMachine(SLICES, WalletRules.standard(Limits.upi())),
                SliceType.TRANSACTIONS,
                        new TransactionMachine(
                                SLICES, Deadlines.STANDARD, Limits.upi().paymentMax()),
                SliceType.FRAUD, new FraudMachine(SLICES, FraudSettings.usual()),
                SliceType.DIRECTORY, new DirectoryMachine(SLICES, DirectorySettings.usual()));
        return new LocalSlices(machines);
    }

    private static Config config() {
        String node =
                """
                phonepay.node.host = "127.0.0.1"
                phonepay.node.http-port = 0
                phonepay.mode = development
                phonepay.secrets.jwt-key-file = "%s"
                phonepay.secrets.bootstrap-token = "%s"
                phonepay.secrets.admin-emails = "Admin@example.com, second@example.com"
                akka.loglevel = WARNING
                akka.coordinated-shutdown.exit-jvm = off
                """
                        .formatted(Path.of("target", "test-jwt-key.json"), BOOTSTRAP_TOKEN);
        return ConfigFactory.parseString(node)
                .withFallback(ConfigFactory.parseResources("conf/edge.conf"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }

    private EdgePorts ports(SliceClient client) {
        Asking asking = new Asking(client, system, PATIENCE);
        ClusterAccounts accounts = new ClusterAccounts(asking, SLICES, new QuickPasswords());
        return new EdgePorts(
                new ClusterPayments(asking, accounts, SLICES, clock),
                new ClusterRefunds(asking, SLICES, clock),
                new ClusterWallets(asking, SLICES),
                accounts,
                accounts,
                new ClusterMerchants(asking, SLICES, new FeePlan(200, 1_800), clock),
                new ClusterSessions(asking, SLICES),
                id -> CompletableFuture.completedFuture(List.of(new TimelineStep(
                        "Held",
                        "payer",
                        "wallets-1",
                        "127.0.0.1:25521",
                        3,
                        17,
                        slices.now(),
                        Map.of("amount", "1.00")))),
                readModels,
                () -> 0,
                Optional.empty(),
                events.ports(),
                orders(),
                List.of(new ReadinessCheck("slices", () -> CompletableFuture.completedFuture(true))),
                new AdminPorts(
                        everyNode,
                        audit,
                        new ClusterOpenTransactions(client, SLICES),
                        new SliceProbe(client, SLICES),
                        List.of(new ReadinessCheck("cassandra", () -> CompletableFuture.completedFuture(true)))));
    }

    /** A cluster without a supervisor and without a backup, in which no audit has ended. */
    private static ClusterOrders orders() {
        return new ClusterOrders(
                new SupervisedDrills("", "", Runnable::run),
                () -> Reply.refused(Rejection.of("no_backup", Rejection.Kind.CONFLICT, "Nobody could take it over.")),
                () -> CompletableFuture.completedFuture("{\"status\":\"PENDING\"}"),
                address -> address);
    }

    Client client() {
        return new Client(binding.localAddress().getPort());
    }

    int port() {
        return binding.localAddress().getPort();
    }

    /** How many rows all journals have: nothing changed where this did not. */
    int rows() {
        int rows = 0;
        for (SliceType type : SliceType.values()) {
            for (int number = 0; number < SLICES.count(); number++) {
                rows += slices.journal(new SliceAddress(type, number)).size();
            }
        }
        return rows;
    }

    private static <T> T done(CompletableFuture<T> stage) {
        return stage.orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        system.terminate();
        done(system.getWhenTerminated().toCompletableFuture());
    }
}
