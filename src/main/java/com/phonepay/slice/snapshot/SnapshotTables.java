package com.phonepay.slice.snapshot;

import java.util.List;

/** Where snapshots are: a manifest for each, and its chunks in partitions of at most {@link #BUCKET_CHUNKS}. */
public final class SnapshotTables {
    /** Chunks in one partition: 64 MiB at most. */
    static final int BUCKET_CHUNKS = 64;

    private SnapshotTables() {}

    /** CQL that creates the tables where they are missing. */
    public static List<String> create(String keyspace) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".snapshot_manifest ("
                        + "persistence_id text, sequence_nr bigint, timestamp bigint, snapshot uuid, chunks int, "
                        + "ser_id int, ser_manifest text, PRIMARY KEY (persistence_id, sequence_nr)) "
                        + "WITH CLUSTERING ORDER BY (sequence_nr DESC)",
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".snapshot_chunk ("
                        + "snapshot uuid, bucket int, chunk int, ends_piece boolean, checksum bigint, data blob, "
                        + "PRIMARY KEY ((snapshot, bucket), chunk))");
    }
}
