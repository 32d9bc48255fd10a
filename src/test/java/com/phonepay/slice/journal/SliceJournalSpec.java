package com.phonepay.slice.journal;

import akka.persistence.CapabilityFlag;
import akka.persistence.japi.journal.JavaJournalSpec;
import com.phonepay.settings.Settings;
import com.phonepay.testing.CassandraForTests;
import com.phonepay.testing.StoreForTests;
import com.typesafe.config.Config;
import java.util.List;

/** Akka's own suite for journals, against the plugin as we configure it, on a real Cassandra. */
public class SliceJournalSpec extends JavaJournalSpec {
    public SliceJournalSpec() {
        super(settings());
    }

    @Override
    public CapabilityFlag supportsRejectingNonSerializableObjects() {
        return CapabilityFlag.off();
    }

    private static Config settings() {
        Settings settings = StoreForTests.settings(
                CassandraForTests.freshKeyspace("journal"),
                """
                akka.test.single-expect-default = 20s
                akka.actor.allow-java-serialization = on
                # The suite deletes; slices never do.
                akka.persistence.cassandra.journal { tables-autocreate = on, support-deletes = on }
                """);
        StoreForTests.create(settings, List.of());
        return settings.config();
    }
}
