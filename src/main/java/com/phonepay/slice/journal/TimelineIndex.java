package com.phonepay.slice.journal;

import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.Timeline.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the {@link Timeline} up to date: indexes what the released rows say about transactions. Deleting a slice's
 * position makes it index that slice from the beginning.
 */
public final class TimelineIndex implements JournalReader {
    private final Timeline timeline;
    private final TimelineWords words;

    public TimelineIndex(Timeline timeline, TimelineWords words) {
        this.timeline = timeline;
        this.words = words;
    }

    @Override
    public String name() {
        return "The timeline";
    }

    @Override
    public CompletionStage<Position> begin(SliceAddress slice) {
        return timeline.position(slice);
    }

    @Override
    public CompletionStage<Void> take(SliceAddress slice, List<Row> rows) {
        List<Step> steps = new ArrayList<>();
        rows.forEach(row -> steps(slice, row, steps));
        return timeline.add(steps);
    }

    @Override
    public CompletionStage<Void> reached(SliceAddress slice, Position position) {
        return timeline.setPosition(slice, position);
    }

    private void steps(SliceAddress slice, Row row, List<Step> steps) {
        for (int index = 0; index < row.events().size(); index++) {
            int place = index;
            words.of(row.events().get(index).event())
                    .ifPresent(word -> steps.add(new Step(word.id(), entry(slice, row, place, word), word.utr())));
        }
    }

    private static TimelineEntry entry(SliceAddress slice, Row row, int index, TimelineWord word) {
        return new TimelineEntry(
                word.what(),
                word.who(),
                slice.toString(),
                row.node(),
                row.position().epoch(),
                row.position().sequence(),
                index,
                row.at(),
                word.facts());
    }
}
