package com.phonepay.readmodel.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.phonepay.readmodel.Origin;
import com.phonepay.readmodel.UnavailableException;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewDocument;
import com.phonepay.readmodel.ViewStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Documents by insert, and by upsert where that met one of the same id: replace where the stored one is older, insert where
 * there is none. A stored one that is not older makes the upsert collide with it, and that is the answer "known already".
 * Two writers that insert the same document at once can both be told so, the newer one too; whoever collides therefore
 * tries once more, against what is there now.
 */
final class MongoViews implements ViewStore {
    private static final int DUPLICATE_KEY = 11000;
    private static final int TRIES = 2;
    private static final int BATCH = 500;
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final Mongo mongo;

    MongoViews(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public CompletionStage<Void> prepare() {
        return Flux.fromIterable(Indexes.ALL.entrySet())
                .concatMap(view -> mongo.work(view.getKey()).createIndexes(view.getValue()))
                .then()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }

    @Override
    public CompletionStage<Void> write(List<ViewDocument> documents) {
        return write(documents, Guard.OLDER);
    }

    @Override
    public CompletionStage<Void> restore(List<ViewDocument> documents) {
        return write(documents, Guard.NOT_NEWER);
    }

    private CompletionStage<Void> write(List<ViewDocument> documents, Guard guard) {
        Map<View, List<ViewDocument>> byView = documents.stream().collect(Collectors.groupingBy(ViewDocument::view));
        return Flux.fromIterable(byView.entrySet())
                .concatMap(view -> insert(view.getKey(), view.getValue())
                        .flatMap(there -> outdated(view.getKey(), there, guard))
                        .flatMap(some -> replace(view.getKey(), guarded(some, guard), TRIES)))
                .then()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }

    /** Inserts what is new, which is nearly everything; the documents whose ids are there already. */
    private Mono<List<ViewDocument>> insert(View view, List<ViewDocument> documents) {
        List<WriteModel<Document>> inserts = documents.stream()
                .<WriteModel<Document>>map(document -> new InsertOneModel<>(Stored.of(document)))
                .toList();
        return Mono.from(mongo.work(view).bulkWrite(inserts, UNORDERED))
                .map(inserted -> List.<ViewDocument>of())
                .onErrorResume(MongoBulkWriteException.class, failure -> collisions(failure, documents));
    }

    /**
     * Those that would change what is stored, which are few: most that are there already were told again. A guarded
     * replacement finds its document by more than the id, for which a simple server reads the whole collection.
     */
    private Mono<List<ViewDocument>> outdated(View view, List<ViewDocument> documents, Guard guard) {
        if (documents.isEmpty()) {
            return Mono.just(documents);
        }
        List<String> ids = documents.stream().map(ViewDocument::id).toList();
        return Mono.fromCompletionStage(find(view, ids)).map(stored -> documents.stream()
                .filter(ours -> !stored.containsKey(ours.id()) || guard.replaces(ours, stored.get(ours.id())))
                .toList());
    }

    private static List<WriteModel<Document>> guarded(List<ViewDocument> documents, Guard guard) {
        return documents.stream()
                .<WriteModel<Document>>map(document -> new ReplaceOneModel<>(
                        and(eq(Stored.ID, document.id()), guard.filter(document.origin())),
                        Stored.of(document),
                        UPSERT))
                .toList();
    }

    private Mono<Void> replace(View view, List<WriteModel<Document>> writes, int tries) {
        if (writes.isEmpty() || tries == 0) {
            return Mono.empty();
        }
        return Mono.from(mongo.work(view).bulkWrite(writes, UNORDERED))
                .then()
                .onErrorResume(MongoBulkWriteException.class, failure -> collisions(failure, writes)
                        .flatMap(again -> replace(view, again, tries - 1)));
    }

    /** What of a batch met a document of its id; fails where anything else went wrong. */
    private static <T> Mono<List<T>> collisions(MongoBulkWriteException failure, List<T> batch) {
        boolean only = failure.getWriteConcernError() == null
                && failure.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
        return only
                ? Mono.just(failure.getWriteErrors().stream()
                        .map(BulkWriteError::getIndex)
                        .map(batch::get)
                        .toList())
                : Mono.error(failure);
    }

    @Override
    public CompletionStage<Map<String, ViewDocument>> find(View view, Collection<String> ids) {
        return Mongo.all(mongo.work(view).find(in(Stored.ID, ids))).thenApply(found -> {
            Map<String, ViewDocument> byId = new HashMap<>();
            found.forEach(stored -> byId.put(String.valueOf(stored.get(Stored.ID)), Stored.read(view, stored)));
            return byId;
        });
    }

    @Override
    public CompletionStage<Void> all(View view, Function<List<ViewDocument>, CompletionStage<Void>> sink) {
        return Flux.from(mongo.work(view).find().batchSize(BATCH))
                .map(stored -> Stored.read(view, stored))
                .buffer(BATCH)
                .concatMap(batch -> Mono.fromCompletionStage(sink.apply(batch)), 1)
                .then()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }

    @Override
    public CompletionStage<Void> remove(List<ViewDocument> documents) {
        Map<View, List<WriteModel<Document>>> byView = new EnumMap<>(View.class);
        for (ViewDocument document : documents) {
            byView.computeIfAbsent(document.view(), view -> new ArrayList<>())
                    .add(new DeleteOneModel<>(unchanged(document)));
        }
        return Flux.fromIterable(byView.entrySet())
                .concatMap(view -> mongo.work(view.getKey()).bulkWrite(view.getValue(), UNORDERED))
                .then()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }

    /** Where the document does not even say where it comes from, its id has to do. */
    private static Bson unchanged(ViewDocument document) {
        Bson id = eq(Stored.ID, document.id());
        Origin origin = document.origin();
        return origin.slice().isEmpty()
                ? id
                : and(
                        id,
                        eq(Stored.SLICE, origin.slice()),
                        eq(Stored.SEQUENCE, origin.sequence()),
                        eq(Stored.INDEX, origin.index()));
    }

    @Override
    public CompletionStage<Void> wipe(Set<View> views) {
        return Flux.fromIterable(views)
                .concatMap(view -> mongo.work(view).drop())
                .then()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture()
                .thenCompose(dropped -> prepare());
    }
}
