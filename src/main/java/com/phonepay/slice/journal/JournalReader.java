package com.phonepay.slice.journal;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Somebody to whom released rows are read. Keeps its position itself. Slices are read in parallel. */
public interface JournalReader {
    /** For logs. */
    String name();

    /** Up to where the slice was taken; {@link Position#ORIGIN} where it never was. Reading goes on from there. */
    CompletionStage<Position> begin(SliceAddress slice);

    /** Takes the next rows. The following ones come when the stage is complete. */
    CompletionStage<Void> take(SliceAddress slice, List<Row> rows);

    /** Everything up to the position was taken: stores it. */
    CompletionStage<Void> reached(SliceAddress slice, Position position);
}
