package com.phonepay.slice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.ActorSystem;
import akka.actor.ExtendedActorSystem;
import akka.testkit.javadsl.TestKit;
import com.phonepay.causal.Causality;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.kernel.SliceType;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.cluster.names.ProtocolNames;
import com.phonepay.protocol.Forget;
import com.phonepay.protocol.Role;
import com.phonepay.slice.Envelope;
import com.phonepay.slice.Sender;
import com.typesafe.config.ConfigFactory;
import java.io.NotSerializableException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Messages between nodes carry the sender's Lamport time; nodes that do not know it yet can be spoken to without. */
final class SliceSerializerTest {
    private static final SliceAddress WALLETS = new SliceAddress(SliceType.WALLETS, 2);
    private static final SliceAddress TRANSACTIONS = new SliceAddress(SliceType.TRANSACTIONS, 1);
    private static final ActorSystem ONE = system("on");
    private static final ActorSystem TWO = system("on");
    private static final ActorSystem THREE = system("on");
    private static final ActorSystem OLD = system("off");

    @AfterAll
    static void stop() {
        List.of(ONE, TWO, THREE, OLD).forEach(TestKit::shutdownActorSystem);
    }

    /** The third node never heard of the first; the second carries what the first knew. */
    @Test
    void whatANodeDoesAfterAMessageIsLaterThanAllThatLedToIt() throws NotSerializableException {
        Causality.get(ONE).clock().heard(Causality.get(TWO).clock().tick() + 50_000_000);
        long first = Causality.get(ONE).clock().tick();
        carry(ONE, TWO, delivery());
        long second = Causality.get(TWO).clock().tick();
        carry(TWO, THREE, new Request(envelope()));
        long third = Causality.get(THREE).clock().tick();
        assertThat(second).isGreaterThan(first + 1);
        assertThat(third).isGreaterThan(second + 1);
    }

    @Test
    void carriesTheMessageWholeBesideTheTime() throws NotSerializableException {
        assertThat(carry(ONE, TWO, delivery())).isEqualTo(delivery());
        assertThat(carry(ONE, TWO, new Request(envelope()))).isEqualTo(new Request(envelope()));
        PackedDelivery packed =
                Wire.get(ONE).deliveries().pack(WALLETS, List.of(envelope())).get(0);
        assertThat(carry(ONE, TWO, packed)).isEqualTo(delivery());
        assertThat(carry(ONE, TWO, new Wake(WALLETS))).isEqualTo(new Wake(WALLETS));
    }

    @Test
    void readsWhatANodeWithoutTheLogSendsAndTheOtherWayRound() throws NotSerializableException {
        assertThat(serializer(OLD).manifest(delivery())).isEqualTo("D");
        assertThat(serializer(ONE).manifest(delivery())).isEqualTo("D2");
        assertThat(carry(OLD, ONE, delivery())).isEqualTo(delivery());
        assertThat(carry(ONE, OLD, delivery())).isEqualTo(delivery());
    }

    private static Object carry(ActorSystem from, ActorSystem to, Object message) throws NotSerializableException {
        SliceSerializer sender = serializer(from);
        return serializer(to).fromBinary(sender.toBinary(message), sender.manifest(message));
    }

    private static SliceSerializer serializer(ActorSystem system) {
        return new SliceSerializer((ExtendedActorSystem) system);
    }

    private static Delivery delivery() {
        return new Delivery(WALLETS, List.of(envelope()));
    }

    private static Envelope envelope() {
        TransactionId id = TransactionId.of(1, "ab".repeat(16));
        return new Envelope(WALLETS, new Sender(TRANSACTIONS, 3), 1_000, new Forget(id, Role.PAYER));
    }

    private static ActorSystem system(String causalLog) {
        return ActorSystem.create(
                "wire",
                ConfigFactory.parseString("phonepay.causal.enabled = " + causalLog + "\nphonepay.node.number = 1\n"
                                + "akka.loglevel = WARNING\nakka.coordinated-shutdown.exit-jvm = off\n"
                                + "phonepay.wire.names = [\"" + ProtocolNames.class.getName() + "\"]")
                        .withFallback(ConfigFactory.parseResources("conf/causal.conf"))
                        .withFallback(ConfigFactory.defaultReference())
                        .resolve());
    }
}
