package com.phonepay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.AbstractActor;
import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.actor.ExtendedActorSystem;
import akka.actor.Props;
import akka.actor.RootActorPath;
import akka.pattern.Patterns;
import akka.testkit.javadsl.TestKit;
import com.phonepay.infra.tls.DevelopmentCertificates;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Akka's remoting with our settings: peers of one authority talk, and nobody else is heard. */
final class MutualTlsPeersTest {
    @TempDir
    static Path folder = Path.of("");

    private static DevelopmentCertificates ours = new DevelopmentCertificates(folder);
    private static DevelopmentCertificates strangers = ours;
    private static @Nullable ActorSystem started;

    /** Says back what it hears. */
    private static final class Echo extends AbstractActor {
        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(String.class, text -> getSender().tell(text, getSelf()))
                    .build();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        ours = new DevelopmentCertificates(folder.resolve("ours"));
        ours.make();
        strangers = new DevelopmentCertificates(folder.resolve("strangers"));
        strangers.make();
        started = system(tls(ours));
        started.actorOf(Props.create(Echo.class, Echo::new), "echo");
    }

    @AfterAll
    static void stop() {
        TestKit.shutdownActorSystem(node());
    }

    @Test
    void hearsAPeerOfItsAuthority() {
        assertThat(isHeard(tls(ours), Duration.ofSeconds(20))).isTrue();
    }

    @Test
    void hearsNobodyWithACertificateOfAnotherAuthority() {
        assertThat(isHeard(tls(strangers), Duration.ofSeconds(3))).isFalse();
    }

    @Test
    void hearsNobodyWithoutACertificate() {
        assertThat(isHeard(ConfigFactory.empty(), Duration.ofSeconds(3))).isFalse();
    }

    private static ActorSystem node() {
        return Objects.requireNonNull(started);
    }

    private static boolean isHeard(Config security, Duration patience) {
        ActorSystem peer = system(security);
        try {
            Address address = ((ExtendedActorSystem) node()).provider().getDefaultAddress();
            var echo = peer.actorSelection(
                    new RootActorPath(address, "/").child("user").child("echo"));
            return Patterns.ask(echo, "hello", patience)
                    .toCompletableFuture()
                    .orTimeout(patience.toMillis() + 5_000, TimeUnit.MILLISECONDS)
                    .handle((answer, silence) -> "hello".equals(answer))
                    .join();
        } finally {
            TestKit.shutdownActorSystem(peer);
        }
    }

    private static Config tls(DevelopmentCertificates files) {
        return new TlsSettings(
                        false, true, files.certificate(), files.key(), files.authority(), Duration.ofMinutes(1), false)
                .forArtery();
    }

    private static ActorSystem system(Config security) {
        return ActorSystem.create(
                "peers",
                security.withFallback(
                                ConfigFactory.parseString(
                                        """
                                        akka.actor.provider = remote
                                        akka.remote.artery { transport = tcp, canonical { hostname = "127.0.0.1", port = 0 } }
                                        akka.remote.use-unsafe-remote-features-outside-cluster = on
                                        akka.remote.warn-about-direct-use = off
                                        akka.loglevel = OFF
                                        akka.coordinated-shutdown.exit-jvm = off
                                        """))
                        .withFallback(ConfigFactory.defaultReference())
                        .resolve());
    }
}
