package com.phonepay;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.ops.fault.FailPoints;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.JournalReader;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The same tap, but in a test the node may die between publishing and noting it. */
record MortalTap(JournalReader tap, FailPoints failPoints) implements JournalReader {
    @Override
    public String name() {
        return tap.name();
    }

    @Override
    public CompletionStage<Position> begin(SliceAddress slice) {
        return tap.begin(slice);
    }

    @Override
    public CompletionStage<Void> take(SliceAddress slice, List<Row> rows) {
        return tap.take(slice, rows).thenRun(() -> failPoints.passed("tap.published"));
    }

    @Override
    public CompletionStage<Void> reached(SliceAddress slice, Position position) {
        return tap.reached(slice, position);
    }
}
