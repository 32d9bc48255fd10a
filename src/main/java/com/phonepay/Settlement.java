package com.phonepay;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.ClusterSingletonSettings;
import akka.cluster.typed.SingletonActor;
import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.coordinator.CutOffs;
import com.phonepay.coordinator.SettlementClock;
import com.phonepay.ops.fault.FailPoints;
import com.phonepay.protocol.FeePlan;
import com.phonepay.settings.Settings;
import com.phonepay.slice.SliceClient;
import com.phonepay.worker.settlement.PayoutWorker;
import com.phonepay.worker.settlement.development.DevelopmentBank;
import java.time.InstantSource;
import java.util.Optional;

/** Opens what merchants need: the clock of the cut-offs, the worker that pays out, and its bank. */
final class Settlement {
    private static final InstantSource CLOCK = InstantSource.system();

    private final ActorSystem<?> system;
    private final Settings settings;
    private final Optional<DevelopmentBank> bank;

    Settlement(ActorSystem<?> system, Settings settings, CqlSession session) {
        this.system = system;
        this.settings = settings;
        this.bank = settings.settlement().hasDevelopmentBank()
                ? Optional.of(new DevelopmentBank(
                        session,
                        settings.store().keyspace(),
                        settings.settlement().bankLate(),
                        CLOCK))
                : Optional.empty();
    }

    static FeePlan plan(Settings settings) {
        return new FeePlan(
                settings.settlement().mdrBasisPoints(), settings.settlement().taxBasisPoints());
    }

    static CutOffs cutOffs(Settings settings) {
        return new CutOffs(
                settings.settlement().cutOffs(), settings.settlement().cutOffEvery());
    }

    /** There in a development cluster only. */
    Optional<DevelopmentBank> bank() {
        return bank;
    }

    /** Without a bank payouts are held and wait; nothing else does. */
    void open(SliceClient client) {
        singleton(
                "settlement-clock",
                "payment",
                SettlementClock.create(client, settings.slices().slices(), cutOffs(settings), CLOCK));
        bank.ifPresent(adapter -> singleton(
                "settlement-worker",
                "worker",
                PayoutWorker.create(
                        client,
                        settings.slices().slices(),
                        new MortalBank(adapter, FailPoints.of(system)),
                        settings.settlement().bankPatience())));
    }

    private <C> void singleton(String name, String role, Behavior<C> behavior) {
        ClusterSingleton.get(system)
                .init(SingletonActor.of(behavior, name)
                        .withSettings(ClusterSingletonSettings.create(system).withRole(role)));
    }
}
