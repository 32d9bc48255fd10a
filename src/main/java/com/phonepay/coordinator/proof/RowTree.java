package com.phonepay.coordinator.proof;

import com.phonepay.slice.Position;
import com.phonepay.slice.Recorded;
import com.phonepay.slice.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All rows of one slice, told apart: those of the valid chain, those of superseded owners (which count for nothing), and
 * those that nothing explains. It only looks; nothing in the journal needs to be changed, ever.
 */
public final class RowTree {
    private final Map<Position, Row> rows = new HashMap<>();
    private final Set<Position> chain = new HashSet<>();
    private Position newest = Position.ORIGIN;
    private @Nullable Position missing;

    public RowTree(Collection<Row> all) {
        for (Row row : all) {
            rows.put(row.position(), row);
            if (isNewer(row.position())) {
                newest = row.position();
            }
        }
        follow();
    }

    private boolean isNewer(Position position) {
        return position.epoch() > newest.epoch()
                || (position.epoch() == newest.epoch() && position.sequence() > newest.sequence());
    }

    private void follow() {
        Position at = newest;
        while (!at.equals(Position.ORIGIN)) {
            @Nullable Row row = rows.get(at);
            if (row == null) {
                missing = at;
                return;
            }
            chain.add(at);
            at = row.predecessor();
        }
    }

    /**
     * One row that the chain leaves out.
     *
     * @param supersededBy the row of the chain with its number or the first above it
     */
    public record LeftOut(Row row, @Nullable Position supersededBy, String why) {}

    /** The rows that were left out, in order, each with the reason. */
    public List<LeftOut> leftOut() {
        TreeMap<Long, Position> valid = new TreeMap<>();
        chain.forEach(position -> valid.put(position.sequence(), position));
        List<LeftOut> left = new ArrayList<>();
        rows.values().stream()
                .filter(row -> !chain.contains(row.position()))
                .sorted((a, b) ->
                        Long.compare(a.position().sequence(), b.position().sequence()))
                .forEach(row -> {
                    var by = valid.ceilingEntry(row.position().sequence());
                    left.add(new LeftOut(row, by == null ? null : by.getValue(), why(row)));
                });
        return left;
    }

    private String why(Row row) {
        boolean forked = chain.contains(row.predecessor()) || row.predecessor().equals(Position.ORIGIN);
        if (forked) {
            return "its owner wrote it on " + row.predecessor() + " after a higher epoch had read the journal there";
        }
        return rows.containsKey(row.predecessor())
                ? "it stands on a row that is left out itself"
                : "it stands on " + row.predecessor() + ", which never landed";
    }

    /** The row that the chain needs and that is not there; null where everything is explained. */
    public @Nullable Position missing() {
        return missing;
    }

    public Position newest() {
        return newest;
    }

    public int chainLength() {
        return chain.size();
    }

    /** The kinds of events in a row, with their counts, for people. */
    public static String kinds(Row row) {
        Map<String, Integer> kinds = new TreeMap<>();
        for (Recorded recorded : row.events()) {
            kinds.merge(recorded.event().getClass().getSimpleName(), 1, Integer::sum);
        }
        return row.activation() ? "activation" : kinds.toString();
    }
}
