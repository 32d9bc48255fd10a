package com.phonepay.slice.journal;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.ReleasedRows;
import com.phonepay.slice.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The one reader of released rows: gives what was effected between two positions that an owner has announced, in order,
 * and nothing that a superseded owner left behind.
 */
public final class ReleasedEvents {
    /** Rows in memory at once; each may be a quarter of a megabyte. */
    private static final int WINDOW_ROWS = 64;

    private final JournalRows journal;

    public ReleasedEvents(JournalRows journal) {
        this.journal = journal;
    }

    /**
     * Hands the rows after {@code from} up to and including {@code to} to the sink, window by window; the next one is
     * read when the sink's stage is complete. Fails with {@link com.phonepay.slice.UnexplainedRowException} where no
     * chain leads from one to the other, and with whatever the store or the sink fails with.
     */
    public CompletionStage<Void> read(
            SliceAddress slice, Position from, Position to, Function<List<Row>, CompletionStage<Void>> sink) {
        Optional<List<Row>> recent = journal.recent().between(slice, from, to);
        if (recent.isPresent()) {
            return sink.apply(recent.get());
        }
        if (to.sequence() - from.sequence() <= WINDOW_ROWS) {
            return window(slice, from, to, sink);
        }
        return links(slice, from, to).thenCompose(chain -> windows(slice, from, cuts(chain), sink));
    }

    private CompletionStage<Void> window(
            SliceAddress slice, Position from, Position to, Function<List<Row>, CompletionStage<Void>> sink) {
        List<Row> rows = new ArrayList<>();
        return journal.read(slice, from.sequence() + 1, to.sequence(), rows::add)
                .thenCompose(read -> sink.apply(ReleasedRows.between(from, to, rows)));
    }

    private CompletionStage<Void> windows(
            SliceAddress slice, Position from, List<Position> cuts, Function<List<Row>, CompletionStage<Void>> sink) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        Position start = from;
        for (Position cut : cuts) {
            Position begin = start;
            all = all.thenCompose(before -> window(slice, begin, cut, sink));
            start = cut;
        }
        return all;
    }

    /** The whole chain without its events: only its end can tell which rows belong to it. */
    private CompletionStage<List<Row>> links(SliceAddress slice, Position from, Position to) {
        List<Row> links = new ArrayList<>();
        return journal.read(slice, from.sequence() + 1, to.sequence(), row -> links.add(withoutEvents(row)))
                .thenApply(read -> ReleasedRows.between(from, to, links));
    }

    private static Row withoutEvents(Row row) {
        return new Row(row.position(), row.predecessor(), row.at(), "", row.activation(), Map.of(), List.of());
    }

    private static List<Position> cuts(List<Row> chain) {
        List<Position> cuts = new ArrayList<>();
        for (int index = WINDOW_ROWS - 1; index < chain.size(); index += WINDOW_ROWS) {
            cuts.add(chain.get(index).position());
        }
        Position last = chain.get(chain.size() - 1).position();
        if (cuts.isEmpty() || !cuts.get(cuts.size() - 1).equals(last)) {
            cuts.add(last);
        }
        return cuts;
    }
}
