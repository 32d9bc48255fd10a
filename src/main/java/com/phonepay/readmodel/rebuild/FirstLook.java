package com.phonepay.readmodel.rebuild;

import com.phonepay.readmodel.Projection;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Compares what the journal tells with what is stored, once and in passing; remembers only what did not fit. */
final class FirstLook {
    private final ViewStore store;
    private final Map<View, IdSet> told = new EnumMap<>(View.class);
    private final Map<String, Suspect> suspects = new LinkedHashMap<>();

    FirstLook(ViewStore store) {
        this.store = store;
        Projection.VIEWS.forEach(view -> told.put(view, new IdSet()));
    }

    /** Compares the documents of some rows; of one that is told twice, the later. */
    void compare(List<ViewDocument> documents) {
        Map<String, ViewDocument> latest = new LinkedHashMap<>();
        documents.forEach(document -> latest.put(key(document), document));
        Map<View, List<ViewDocument>> byView =
                latest.values().stream().collect(Collectors.groupingBy(ViewDocument::view));
        byView.forEach((view, ofView) -> Stages.portions(ofView).forEach(some -> compare(view, some)));
    }

    private void compare(View view, List<ViewDocument> documents) {
        List<String> ids = documents.stream().map(ViewDocument::id).toList();
        Map<String, ViewDocument> found = Stages.join(store.find(view, ids));
        for (ViewDocument document : documents) {
            told(view).add(document.id());
            ViewDocument stored = found.get(document.id());
            if (document.equals(stored)) {
                suspects.remove(key(document));
            } else {
                suspects.put(key(document), new Suspect(view, document.id(), document, stored));
            }
        }
    }

    /** Looks for documents that the journal did not tell of. */
    void lookForExtras() {
        for (View view : Projection.VIEWS) {
            Stages.join(store.all(view, documents -> {
                documents.stream()
                        .filter(document -> !told(view).contains(document.id()))
                        .forEach(document ->
                                suspects.put(key(document), new Suspect(view, document.id(), null, document)));
                return CompletableFuture.completedFuture(null);
            }));
        }
    }

    /** What the journal told after the look: counts for suspects alone. */
    void readOn(List<ViewDocument> documents) {
        documents.forEach(
                document -> suspects.computeIfPresent(key(document), (key, suspect) -> suspect.expecting(document)));
    }

    Map<View, List<Suspect>> suspectsByView() {
        return suspects.values().stream().collect(Collectors.groupingBy(Suspect::view));
    }

    /** How many documents the journal told of. */
    long documents() {
        return told.values().stream().mapToLong(IdSet::distinct).sum();
    }

    private IdSet told(View view) {
        return told.computeIfAbsent(view, missing -> new IdSet());
    }

    private static String key(ViewDocument document) {
        return document.view() + "/" + document.id();
    }
}
