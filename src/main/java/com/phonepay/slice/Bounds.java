package com.phonepay.slice;

/**
 * The bounds of one slice.
 *
 * @param bufferMax commands that may wait while a write is in flight; the next one is refused
 * @param batchCommandsMax commands decided into one row
 * @param batchBytesMax encoded bytes at which a row is closed
 * @param messageLifeMs age at which a message counts as lost
 * @param snapshotEveryRows rows after which a snapshot is taken
 * @param snapshotEveryBytes encoded bytes after which a snapshot is taken
 */
public record Bounds(
        int bufferMax,
        int batchCommandsMax,
        int batchBytesMax,
        long messageLifeMs,
        int snapshotEveryRows,
        long snapshotEveryBytes) {
    public static final Bounds DEFAULT = new Bounds(10_000, 1_000, 256 * 1024, 600_000, 500, 16L << 20);
}
