package com.phonepay.readmodel;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
        List<ViewDocument> documents = new ArrayList<>();
        events.forEach(event -> documents.addAll(Projection.of(event)));
        return prepared().thenCompose(ready -> store.write(documents));
    }

    /** Every write is guarded: a document that is as new is left alone. So publishing again repairs what is missing. */
    @Override
    public CompletionStage<Void> again(List<CommittedEvent> repeats) {
        return handle(repeats);
    }

    /** The indexes are made when the store answers for the first time, which may be long after this process began. */
    private CompletionStage<Void> prepared() {
        return prepared
                ? CompletableFuture.completedFuture(null)
                : store.prepare().thenAccept(done -> prepared = true);
    }
}
