package com.phonepay.slice.snapshot;

/** A snapshot's chunks are not what its manifest promises. An older snapshot may do. */
final class DamagedSnapshotException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedSnapshotException(Manifest manifest) {
        super("The snapshot at sequence number " + manifest.sequence() + " is damaged");
    }
}
