package com.phonepay.edge.http;

import akka.actor.typed.ActorSystem;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import com.phonepay.edge.auth.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/** The public API of one node: the list of everything that can be called, and the server that takes the calls. */
public final class HttpEdge {
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private HttpEdge() {}

    /**
     * Binds and serves. Unbinds by itself when the system shuts down, after the requests under way are answered. The
     * stage fails where the port is taken.
     */
    public static CompletionStage<Opened> start(
            ActorSystem<?> system, EdgeSettings settings, EdgePorts ports, InstantSource clock) {
        Tokens tokens = new Tokens(settings.keys(), settings.tokens(), clock);
        List<Endpoint> endpoints = endpoints(settings, ports, tokens, clock, Draining.of(system)::hasBegun);
        RequestFlow flow = new RequestFlow(
                new EndpointTable(endpoints),
                Map.of(
                        Load.PAYMENT, new Admission(settings.paymentsInFlightMax()),
                        Load.OTHER, new Admission(settings.requestsInFlightMax())),
                new Authentication(tokens),
                new Bodies(system, settings.bodyBytesMax()),
                new Audit(ports.admin().audit()),
                new HttpSteps(system));
        return settings.tls()
                .secured(Http.get(system).newServerAt(settings.host(), settings.port()))
                .withSettings(settings.server())
                .bind(flow::handle)
                .thenApply(binding ->
                        new Opened(binding.addToCoordinatedShutdown(DRAIN, system), new KeyedEndpoints(endpoints)));
    }

    /** The server, and which of its requests may be repeated with their key. */
    public record Opened(ServerBinding binding, KeyedEndpoints keyed) {}

    static List<Endpoint> endpoints(
            EdgeSettings settings, EdgePorts ports, Tokens tokens, InstantSource clock, BooleanSupplier draining) {
        Administrators administrators = new Administrators(settings.adminEmails(), settings.bootstrapToken());
        Owner owner = new Owner(ports.accounts());
        List<Endpoint> all = new ArrayList<>();
        all.addAll(new PaymentRoutes(ports, settings.amountMax(), clock).endpoints());
        all.addAll(new RefundRoutes(ports, settings.amountMax(), clock).endpoints());
        SessionRoutes sessions = new SessionRoutes(ports.sessions(), tokens);
        all.addAll(
                new AuthRoutes(ports.accounts(), ports.names(), ports.wallets(), sessions, administrators).endpoints());
        all.addAll(sessions.endpoints());
        all.addAll(new WalletRoutes(ports.wallets(), owner, settings.amountMax()).endpoints());
        all.addAll(new HistoryRoutes(ports.readModels().histories(), ports.wallets(), owner).endpoints());
        all.addAll(new ReportRoutes(
                        ports.readModels().transactions(), ports.readModels().reports(), owner, clock)
                .endpoints());
        all.addAll(new MerchantRoutes(ports.merchants(), ports.accounts(), settings.amountMax(), ports.nextCutOff())
                .endpoints());
        all.addAll(new QrRoutes(ports.accounts(), settings.amountMax()).endpoints());
        all.addAll(new BankRoutes(ports.bank()).endpoints());
        AdminPorts admin = ports.admin();
        all.addAll(new ClusterRoutes(admin.everyNode(), admin.services(), admin.servers()).endpoints());
        all.addAll(new AdminRoutes(ports.wallets(), admin.openTransactions(), admin.audit(), clock).endpoints());
        all.addAll(new CausalRoutes(admin.everyNode()).endpoints());
        all.addAll(new StreamRoutes(ports.events().feed()).endpoints());
        all.addAll(new NotificationRoutes(ports.readModels(), ports.events().republisher(), owner).endpoints());
        all.addAll(new OperationRoutes(ports.orders()).endpoints());
        all.addAll(new AnalyticsRoutes(ports.readModels().analytics(), clock).endpoints());
        all.addAll(new HealthRoutes(ports.checks(), draining).endpoints());
        all.addAll(new ContractRoutes().endpoints());
        return all;
    }
}
