package com.phonepay;

import akka.actor.typed.ActorSystem;
import com.phonepay.coordinator.ClusterOrders;
import com.phonepay.edge.auth.Argon2Passwords;
import com.phonepay.edge.http.AdminPorts;
import com.phonepay.edge.http.EdgePorts;
import com.phonepay.edge.http.EdgeSettings;
import com.phonepay.edge.http.EventPorts;
import com.phonepay.edge.http.HttpEdge;
import com.phonepay.edge.http.ReadinessCheck;
import com.phonepay.kernel.Slices;
import com.phonepay.payment.Accounts;
import com.phonepay.payment.BankControl;
import com.phonepay.payment.Timelines;
import com.phonepay.payment.cluster.Asking;
import com.phonepay.payment.cluster.ClusterAccounts;
import com.phonepay.payment.cluster.ClusterMerchants;
import com.phonepay.payment.cluster.ClusterPayments;
import com.phonepay.payment.cluster.ClusterRefunds;
import com.phonepay.payment.cluster.ClusterSessions;
import com.phonepay.payment.cluster.ClusterWallets;
import com.phonepay.payment.cluster.PaymentsWithArchive;
import com.phonepay.payment.redis.CachedNames;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.redis.RedisGenerations;
import com.phonepay.redis.RedisLink;
import com.phonepay.settings.Settings;
import com.phonepay.slice.SliceClient;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Puts the public API together: its ports, answered by the slices, and the server in front of them. */
final class PublicApi {
    private PublicApi() {}

    static CompletionStage<HttpEdge.Opened> start(
            ActorSystem<?> system,
            Settings settings,
            SliceClient client,
            Timelines timelines,
            ReadModels readModels,
            RedisLink redis,
            Optional<BankControl> bank,
            EventPorts events,
            ClusterOrders orders,
            List<ReadinessCheck> checks,
            AdminPorts admin) {
        EdgeSettings edge = EdgeSettings.from(settings.config());
        Slices slices = settings.slices().slices();
        InstantSource clock = InstantSource.system();
        Argon2Passwords passwords = new Argon2Passwords(edge.passwordThreads(), edge.passwordQueue());
        Asking asking = new Asking(client, system, Patiences.of(settings));
        Accounts accounts = new ClusterAccounts(asking, slices, passwords);
        EdgePorts ports = new EdgePorts(
                new PaymentsWithArchive(new ClusterPayments(asking, accounts, slices, clock), timelines),
                new ClusterRefunds(asking, slices, clock),
                new ClusterWallets(asking, slices),
                accounts,
                new CachedNames(accounts, redis, new RedisGenerations(redis)),
                new ClusterMerchants(asking, slices, Settlement.plan(settings), clock),
                new ClusterSessions(asking, slices),
                timelines,
                readModels,
                () -> Settlement.cutOffs(settings).next(clock.millis()),
                bank,
                events,
                orders,
                checks,
                admin);
        return HttpEdge.start(system, edge, ports, clock);
    }
}
