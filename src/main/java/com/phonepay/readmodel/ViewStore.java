package com.phonepay.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Where the documents are kept. Every stage fails with {@link UnavailableException} where the store does not answer. */
public interface ViewStore {
    /** Creates the indexes where they are missing. */
    CompletionStage<Void> prepare();

    /** Writes each document unless the stored one is from the same event or a later one. In any order, any number of times. */
    CompletionStage<Void> write(List<ViewDocument> documents);

    /** Writes each document unless the stored one is from a later event, so that a damaged one is replaced. */
    CompletionStage<Void> restore(List<ViewDocument> documents);

    /** The stored documents with these ids, by their id. */
    CompletionStage<Map<String, ViewDocument>> find(View view, Collection<String> ids);

    /** Hands every document of a view to the sink, batch by batch. */
    CompletionStage<Void> all(View view, Function<List<ViewDocument>, CompletionStage<Void>> sink);

    /** Removes these documents, those excepted that were written anew meanwhile. */
    CompletionStage<Void> remove(List<ViewDocument> documents);

    /** Removes everything in these views. */
    CompletionStage<Void> wipe(Set<View> views);
}
