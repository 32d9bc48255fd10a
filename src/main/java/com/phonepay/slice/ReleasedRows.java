package com.phonepay.slice;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chain between two released positions, for everybody who reads the journal beside the owner. */
public final class ReleasedRows {
    private ReleasedRows() {}

    /**
     * The rows after {@code from} up to and including {@code to}, in order. Rows of superseded owners are left out.
     *
     * @param rows all rows with a sequence number above that of {@code from} and at most that of {@code to}
     * @throws UnexplainedRowException where the chain does not lead from {@code to} back to {@code from}
     */
    public static List<Row> between(Position from, Position to, Collection<Row> rows) {
        return ifWhole(from, to, rows)
                .orElseThrow(
                        () -> new UnexplainedRowException("No chain of rows leads from " + to + " back to " + from));
    }

    /** The same where only some rows are at hand; empty where the chain is not whole. */
    public static Optional<List<Row>> ifWhole(Position from, Position to, Collection<Row> rows) {
        Map<Position, Row> byPosition = new HashMap<>();
        rows.forEach(row -> byPosition.put(row.position(), row));
        Deque<Row> chain = new ArrayDeque<>();
        Position at = to;
        while (!at.equals(from)) {
            @Nullable Row row = byPosition.get(at);
            if (row == null) {
                return Optional.empty();
            }
            chain.addFirst(row);
            at = row.predecessor();
        }
        return Optional.of(List.copyOf(chain));
    }
}
