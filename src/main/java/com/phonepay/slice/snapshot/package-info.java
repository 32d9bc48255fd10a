/**
 * Snapshots of any size, in rows of bounded size. A snapshot is there when its manifest is, and only then. It must never
 * delete an old one before the new one is complete. Read {@link com.phonepay.slice.snapshot.ChunkedSnapshotStore} first.
 */
@NullMarked
package com.phonepay.slice.snapshot;

import org.jspecify.annotations.NullMarked;
