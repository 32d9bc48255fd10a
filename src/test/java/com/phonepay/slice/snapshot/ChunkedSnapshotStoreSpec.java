package com.phonepay.slice.snapshot;

import akka.persistence.japi.snapshot.JavaSnapshotStoreSpec;
import com.phonepay.settings.Settings;
import com.phonepay.testing.CassandraForTests;
import com.phonepay.testing.StoreForTests;
import com.typesafe.config.Config;

/** Akka's own suite for snapshot stores, against ours on a real Cassandra. */
public class ChunkedSnapshotStoreSpec extends JavaSnapshotStoreSpec {
    public ChunkedSnapshotStoreSpec() {
        super(settings());
    }

    private static Config settings() {
        Settings settings = StoreForTests.settings(
                CassandraForTests.freshKeyspace("snapshots"),
                "akka.test.single-expect-default = 20s\nakka.actor.allow-java-serialization = on");
        StoreForTests.create(settings, SnapshotTables.create(settings.store().keyspace()));
        return settings.config();
    }
}
