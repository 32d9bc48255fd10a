package com.phonepay.slice.journal;

import com.phonepay.kernel.TransactionId;
import java.util.List;

/** The tables of the timeline. All of them can be dropped: they are built anew from the journal. */
public final class TimelineTables {
    /** Partitions for each slice of transactions. Few, so that what is indexed together is written together. */
    private static final int BUCKETS = 64;

    /** Partitions of all references. */
    private static final int UTR_BUCKETS = 256;

    private static final int HASH_AT = 5;

    private TimelineTables() {}

    /** CQL that creates the tables where they are missing. */
    public static List<String> create(String keyspace) {
        return List.of(
                "CREATE TABLE IF NOT EXISTS " + keyspace + ".transaction_timeline ("
                        + "bucket int, id text, at bigint, slice text, sequence bigint, idx int, epoch bigint, "
                        + "node text, what text, who text, facts text, "
                        + "PRIMARY KEY (bucket, id, at, slice, sequence, idx))",
                "CREATE TABLE IF NOT EXISTS " + keyspace
                        + ".transaction_by_utr (bucket int, utr text, id text, PRIMARY KEY (bucket, utr))",
                "CREATE TABLE IF NOT EXISTS " + keyspace
                        + ".timeline_position (slice text PRIMARY KEY, sequence bigint, epoch bigint)");
    }

    static int bucket(TransactionId id) {
        int hash = Integer.parseInt(id.value(), HASH_AT, HASH_AT + 2, 16);
        return id.slice() * BUCKETS + hash % BUCKETS;
    }

    static int bucket(String utr) {
        return Math.floorMod(utr.hashCode(), UTR_BUCKETS);
    }
}
