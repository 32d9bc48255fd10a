package com.phonepay.testing;

import com.datastax.oss.driver.api.core.CqlSession;
import com.phonepay.settings.Settings;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.List;

/** A keyspace of its own for one test class, and the configuration that points a node's settings at it. */
public final class StoreForTests {
    private StoreForTests() {}

    /** Settings of a node that is no cluster, on the Cassandra of the tests; {@code more} goes on top. */
    public static Settings settings(String keyspace, String more) {
        Config own = ConfigFactory.parseString(more);
        Config store = ConfigFactory.parseString("phonepay.cassandra.keyspace = " + keyspace
                + "\nphonepay.cassandra.contact-points = \"" + CassandraForTests.hostAndPort() + "\""
                + "\nakka.coordinated-shutdown.exit-jvm = off");
        Config all = own.withFallback(store)
                .withFallback(ConfigFactory.parseResources("application.conf"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
        Settings settings = Settings.read(all);
        Config local = own.withFallback(ConfigFactory.parseString("akka.actor.provider = local"));
        return new Settings(
                settings.node(),
                settings.cluster(),
                settings.store(),
                settings.slices(),
                settings.rules(),
                settings.deadlines(),
                settings.secrets(),
                settings.settlement(),
                settings.coordinator(),
                settings.tls(),
                settings.analytics(),
                local.withFallback(settings.config()));
    }

    /** Creates the keyspace and these tables. */
    public static void create(Settings settings, List<String> tables) {
        try (CqlSession session = session()) {
            session.execute(settings.store().createKeyspace());
            tables.forEach(session::execute);
        }
    }

    public static CqlSession session() {
        return CqlSession.builder()
                .addContactPoint(CassandraForTests.contactPoint())
                .withLocalDatacenter("datacenter1")
                .build();
    }
}
