package com.phonepay.slice.journal;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.ReleasedRows;
import com.phonepay.slice.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The last rows that owners on this node have released, so that a reader who keeps up needs no query for what was written
 * a moment ago. Only released rows come in, and the chain decides here as everywhere: where it is not whole, the journal
 * is read. Bounded for each slice.
 */
public final class RecentRows {
    private static final int ROWS_MAX = 256;
    private static final long BYTES_MAX = 1 << 20;

    private final Map<SliceAddress, Kept> slices = new ConcurrentHashMap<>();

    /** Keeps a row that its owner has just released. */
    public void keep(SliceAddress slice, Row row) {
        slices.computeIfAbsent(slice, unused -> new Kept()).add(row);
    }

    /** The rows after {@code from} up to and including {@code to}, if all of them are kept. */
    Optional<List<Row>> between(SliceAddress slice, Position from, Position to) {
        return Optional.ofNullable(slices.get(slice)).flatMap(kept -> kept.between(from, to));
    }

    /** Of one slice. Written by its owner's thread, read by readers' threads. */
    private static final class Kept {
        private final Deque<Row> rows = new ArrayDeque<>();
        private long bytes;

        synchronized void add(Row row) {
            rows.add(row);
            bytes += size(row);
            while (rows.size() > ROWS_MAX || bytes > BYTES_MAX) {
                bytes -= size(rows.remove());
            }
        }

        synchronized Optional<List<Row>> between(Position from, Position to) {
            return ReleasedRows.ifWhole(from, to, rows);
        }

        private static long size(Row row) {
            long size = 0;
            for (Recorded event : row.events()) {
                size += event.bytes().length;
            }
            return size;
        }
    }
}
