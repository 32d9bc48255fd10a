package com.phonepay.readmodel.rebuild;

import com.phonepay.events.SliceAnnouncer;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.readmodel.Projection;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.ReleasedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The documents that one slice's journal tells of, from its beginning on, in order. */
final class SliceStory {
    private final SliceAddress slice;
    private final ReleasedEvents released;
    private final SliceAnnouncer announcer;
    private Position reached = Position.ORIGIN;

    SliceStory(SliceAddress slice, ReleasedEvents released) {
        this.slice = slice;
        this.released = released;
        this.announcer = new SliceAnnouncer(slice);
    }

    SliceAddress slice() {
        return slice;
    }

    Position reached() {
        return reached;
    }

    /** Reads on up to a released position and hands out the documents, some rows' at a time. */
    void read(Position to, Consumer<List<ViewDocument>> sink) {
        if (to.equals(reached)) {
            return;
        }
        Stages.join(released.read(slice, reached, to, rows -> {
            sink.accept(documents(rows));
            return CompletableFuture.completedFuture(null);
        }));
        reached = to;
    }

    private List<ViewDocument> documents(List<Row> rows) {
        List<ViewDocument> documents = new ArrayList<>();
        for (Row row : rows) {
            announcer.announce(row).forEach(event -> documents.addAll(Projection.withMessages(event)));
        }
        return documents;
    }
}
