package com.phonepay.simulation;

import com.phonepay.slice.Position;
import com.phonepay.slice.Released;
import com.phonepay.slice.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the store has of one slice: every row that landed, whoever wrote it and whenever, snapshots, and the epoch. */
final class Journal<S> {
    private final List<Row> rows = new ArrayList<>();
    private final List<Released<S>> snapshots = new ArrayList<>();
    private long epoch;

    /** Rows lie in the order of their sequence numbers; of equal numbers the earlier arrival lies first. */
    void land(Row row) {
        int index = rows.size();
        while (index > 0
                && rows.get(index - 1).position().sequence() > row.position().sequence()) {
            index--;
        }
        rows.add(index, row);
    }

    /** Every row with a number above the given one. */
    List<Row> after(long sequence) {
        int index = rows.size();
        while (index > 0 && rows.get(index - 1).position().sequence() > sequence) {
            index--;
        }
        return rows.subList(index, rows.size());
    }

    void save(Released<S> snapshot) {
        snapshots.add(snapshot);
    }

    /** The newest snapshot but so many; null for the empty beginning. */
    @Nullable
    Released<S> snapshot(int butNewest) {
        List<Released<S>> sorted = new ArrayList<>(snapshots);
        sorted.sort((one, other) ->
                Long.compare(other.position().sequence(), one.position().sequence()));
        return butNewest < sorted.size() ? sorted.get(butNewest) : null;
    }

    @Nullable
    Released<S> snapshotAt(Position position) {
        return snapshots.stream()
                .filter(snapshot -> snapshot.position().equals(position))
                .findFirst()
                .orElse(null);
    }

    long epoch() {
        return epoch;
    }

    /** Compare and set. */
    boolean propose(long expected, long wanted) {
        if (epoch != expected) {
            return false;
        }
        epoch = wanted;
        return true;
    }
}
