package com.phonepay.readmodel;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps the documents up to date with what is published. While their store is down the events wait in Kafka. */
public final class ReadModelUpdates implements EventHandler {
    private final ViewStore store;
    private volatile boolean prepared;

    public ReadModelUpdates(ViewStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "readmodel";
    }

    @Override
    public Set<Topic> topics() {
        return Projection.TOPICS;
    }

    @Override
    public CompletionStage<Void> handle(List<CommittedEvent> events) {
        return prepared().thenCompose(ready -> store.write(documents(events)));
    }

    /**
     * Every write is guarded: a document that is as new is left alone. So publishing again repairs what is missing.
     * Nearly all is known; to ask for that is much cheaper than to write it and be told so.
     */
    @Override
    public CompletionStage<Void> again(List<CommittedEvent> repeats) {
        return prepared().thenCompose(ready -> unknown(documents(repeats))).thenCompose(store::write);
    }

    private static List<ViewDocument> documents(List<CommittedEvent> events) {
        return events.stream().map(Projection::of).flatMap(List::stream).toList();
    }

    /** Those that are not there, or older there. */
    private CompletionStage<List<ViewDocument>> unknown(List<ViewDocument> documents) {
        Map<View, List<ViewDocument>> byView = documents.stream().collect(Collectors.groupingBy(ViewDocument::view));
        CompletionStage<List<ViewDocument>> all = CompletableFuture.completedFuture(List.of());
        for (Map.Entry<View, List<ViewDocument>> some : byView.entrySet()) {
            all = all.thenCombine(unknown(some.getKey(), some.getValue()), ReadModelUpdates::joined);
        }
        return all;
    }

    private CompletionStage<List<ViewDocument>> unknown(View view, List<ViewDocument> documents) {
        Set<String> ids = documents.stream().map(ViewDocument::id).collect(Collectors.toSet());
        return store.find(view, ids).thenApply(known -> documents.stream()
                .filter(document -> isNewer(document, known.get(document.id())))
                .toList());
    }

    private static boolean isNewer(ViewDocument document, @Nullable ViewDocument known) {
        return known == null || known.origin().compareTo(document.origin()) < 0;
    }

    private static List<ViewDocument> joined(List<ViewDocument> some, List<ViewDocument> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The indexes are made when the store answers for the first time, which may be long after this process began. */
    private CompletionStage<Void> prepared() {
        return prepared
                ? CompletableFuture.completedFuture(null)
                : store.prepare().thenAccept(done -> prepared = true);
    }
}
