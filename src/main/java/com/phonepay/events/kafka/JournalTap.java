package com.phonepay.events.kafka;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.SliceAnnouncer;
import com.phonepay.events.kafka.TapPositions.Mark;
import com.phonepay.kernel.SliceAddress;
import com.phonepay.slice.Position;
import com.phonepay.slice.Row;
import com.phonepay.slice.journal.JournalReader;
import com.phonepay.slice.journal.ReleasedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the released rows of every slice that it is told about to Kafka. At least once and in order: the position
 * is stored after everything up to it was acknowledged. When Kafka is down it waits and tries again; nobody waits for it.
 * A request to publish again takes a slice back to its beginning.
 */
public final class JournalTap implements JournalReader {
    private static final Logger LOG = LoggerFactory.getLogger(JournalTap.class);

    private final ReleasedEvents journal;
    private final TapPositions positions;
    private final Publisher publisher;
    private final TopicKeeper topics;
    private final TapMeters meters;
    private final Map<SliceAddress, Progress> progress = new ConcurrentHashMap<>();
    private final Map<String, String> requests = new ConcurrentHashMap<>();
    private volatile boolean topicsAreThere;

    /** What one slice's tap knows between two readings. */
    private static final class Progress {
        final SliceAnnouncer announcer;
        final String request;
        int index;

        Progress(SliceAnnouncer announcer, String request, int index) {
            this.announcer = announcer;
            this.request = request;
            this.index = index;
        }
    }

    public JournalTap(
            ReleasedEvents journal, TapPositions positions, Publisher publisher, TopicKeeper topics, TapMeters meters) {
        this.journal = journal;
        this.positions = positions;
        this.publisher = publisher;
        this.topics = topics;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "The tap to Kafka";
    }

    /** Also after every failure, so the topics are looked for again: Kafka may have come back without its data. */
    @Override
    public CompletionStage<Position> begin(SliceAddress slice) {
        CompletionStage<Void> ready = topicsAreThere && !progress.containsKey(slice)
                ? CompletableFuture.completedFuture(null)
                : topics.ensure();
        return ready.thenCompose(there -> {
                    topicsAreThere = true;
                    return positions.of(slice);
                })
                .thenCompose(mark -> begin(slice, mark));
    }

    private CompletionStage<Position> begin(SliceAddress slice, Mark mark) {
        String request = requests.getOrDefault(slice.toString(), mark.request());
        SliceAnnouncer announcer = new SliceAnnouncer(slice);
        // Times are compared, because another node may have honoured a later request that is not known here yet.
        if (request.compareTo(mark.request()) > 0) {
            LOG.info("{} is published again from its beginning", slice);
            progress.put(slice, new Progress(announcer, request, -1));
            return positions
                    .store(slice, new Mark(Position.ORIGIN, -1, Position.ORIGIN, request))
                    .thenApply(stored -> Position.ORIGIN);
        }
        progress.put(slice, new Progress(announcer, mark.request(), mark.index()));
        return remember(slice, announcer, mark).thenApply(read -> mark.last());
    }

    /** Reads again, without publishing, what was open at the mark. */
    private CompletionStage<Void> remember(SliceAddress slice, SliceAnnouncer announcer, Mark mark) {
        if (mark.since().sequence() >= mark.last().sequence()) {
            return CompletableFuture.completedFuture(null);
        }
        return journal.read(slice, mark.since(), mark.last(), rows -> {
            rows.forEach(announcer::remember);
            return CompletableFuture.completedFuture(null);
        });
    }

    @Override
    public CompletionStage<Void> take(SliceAddress slice, List<Row> rows) {
        Progress known = known(slice);
        List<CommittedEvent> events = new ArrayList<>();
        for (Row row : rows) {
            events.addAll(known.announcer.announce(row));
            known.index = row.events().size() - 1;
        }
        return events.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : publisher.publish(events).thenRun(() -> meters.published(slice, events));
    }

    @Override
    public CompletionStage<Void> reached(SliceAddress slice, Position position) {
        Progress known = known(slice);
        Mark mark = new Mark(position, known.index, known.announcer.since(position), known.request);
        return positions.store(slice, mark);
    }

    private Progress known(SliceAddress slice) {
        Progress known = progress.get(slice);
        if (known == null) {
            throw new IllegalStateException("nothing was begun for " + slice);
        }
        return known;
    }

    /** The slices of which somebody has asked to publish them again, since this was last called. */
    CompletionStage<List<String>> newRequests() {
        return positions.requests().thenApply(this::fresh).thenCompose(this::withTopics);
    }

    private List<String> fresh(Map<String, String> found) {
        List<String> fresh = new ArrayList<>();
        found.forEach((slice, request) -> {
            if (!request.equals(requests.put(slice, request))) {
                fresh.add(slice);
            }
        });
        return fresh;
    }

    /**
     * Where Kafka lost its data, the producer may hold records for topics that are gone, and waits with them for ever: the
     * slices that they came from would never begin again. A failure is no matter, a beginning looks for the topics too.
     */
    private CompletionStage<List<String>> withTopics(List<String> fresh) {
        return fresh.isEmpty()
                ? CompletableFuture.completedFuture(fresh)
                : topics.ensure().handle((there, failure) -> fresh);
    }
}
