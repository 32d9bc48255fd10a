package com.phonepay.slice.snapshot;

import com.datastax.oss.driver.api.core.cql.Row;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What says that a snapshot is there.
 *
 * @param serializer of the payload, or {@link #PIECES} for one that was stored piece by piece
 */
record Manifest(long sequence, long timestamp, UUID snapshot, int chunks, int serializer, String serializerManifest) {
    static final int PIECES = -1;

    static Manifest of(Row row) {
        @Nullable String manifest = row.getString("ser_manifest");
        return new Manifest(
                row.getLong("sequence_nr"),
                row.getLong("timestamp"),
                row.get("snapshot", UUID.class),
                row.getInt("chunks"),
                row.getInt("ser_id"),
                manifest == null ? "" : manifest);
    }

    int buckets() {
        return (chunks + SnapshotTables.BUCKET_CHUNKS - 1) / SnapshotTables.BUCKET_CHUNKS;
    }
}
