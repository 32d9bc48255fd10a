package com.phonepay.readmodel.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Projections.exclude;

import com.mongodb.MongoException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.Analytics;
import com.phonepay.analytics.AnalyticsRun;
import com.phonepay.analytics.Latest;
import com.phonepay.readmodel.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs and answers in MongoDB. That one run is open at a time is a unique index over a field that only open runs have;
 * that one of many takes it up is a replacement that looks at what it replaces.
 */
final class MongoAnalytics implements Analytics {
    private static final int DUPLICATE_KEY = 11000;
    private static final Bson NEWEST_RUN = descending("requested_at");
    private static final Bson NEWEST = descending("computed_at");
    private static final Bson ANSWERED = ne("outcome", AnalysisResult.Outcome.FAILED.name());

    private final Mongo mongo;

    MongoAnalytics(Mongo mongo) {
        this.mongo = mongo;
    }

    private MongoCollection<Document> runs() {
        return mongo.collection("analytics_runs");
    }

    private MongoCollection<Document> results() {
        return mongo.collection("analytics_results");
    }

    @Override
    public CompletionStage<Boolean> open(AnalyticsRun run) {
        IndexOptions onlyOne = new IndexOptions().unique(true).sparse(true);
        return told(Mono.from(runs().createIndex(ascending(StoredAnalytics.SLOT), onlyOne))
                .then(Mono.from(runs().insertOne(StoredAnalytics.of(run))))
                .thenReturn(true)
                .onErrorResume(MongoAnalytics::isTaken, taken -> Mono.just(false)));
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof MongoException answer && answer.getCode() == DUPLICATE_KEY;
    }

    @Override
    public CompletionStage<Optional<AnalyticsRun>> open() {
        return first(exists(StoredAnalytics.SLOT));
    }

    @Override
    public CompletionStage<Boolean> replace(AnalyticsRun before, AnalyticsRun after) {
        return told(Mono.from(runs().replaceOne(StoredAnalytics.unchanged(before), StoredAnalytics.of(after)))
                .map(replaced -> replaced.getMatchedCount() == 1));
    }

    @Override
    public CompletionStage<Optional<AnalyticsRun>> run(String id) {
        return first(eq(Stored.ID, id));
    }

    private CompletionStage<Optional<AnalyticsRun>> first(Bson wanted) {
        return told(Mono.from(runs().find(wanted).first())
                .map(StoredAnalytics::run)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty()));
    }

    @Override
    public CompletionStage<List<AnalyticsRun>> runs(int limit) {
        return Mongo.all(runs().find().sort(NEWEST_RUN).limit(limit))
                .thenApply(found -> found.stream().map(StoredAnalytics::run).toList());
    }

    @Override
    public CompletionStage<Void> keep(AnalysisResult result) {
        return Mongo.done(Mono.from(results().createIndex(compoundIndex(ascending("job"), NEWEST)))
                .then(Mono.from(results()
                        .replaceOne(
                                eq(Stored.ID, result.id()),
                                StoredAnalytics.of(result),
                                new ReplaceOptions().upsert(true)))));
    }

    @Override
    public CompletionStage<List<Latest>> latest() {
        return told(Flux.fromIterable(Analysis.all())
                .concatMap(job -> latest(job, exclude("rows")))
                .collectList());
    }

    @Override
    public CompletionStage<Latest> latest(Analysis job) {
        return told(latest(job, new Document()));
    }

    private Mono<Latest> latest(Analysis job, Bson fields) {
        Bson ofJob = eq("job", job.label());
        return newest(job, and(ofJob, ANSWERED), fields)
                .zipWith(newest(job, ofJob, exclude("rows")))
                .map(both -> new Latest(
                        job,
                        both.getT1(),
                        both.getT2().filter(last -> last.outcome() == AnalysisResult.Outcome.FAILED)));
    }

    private Mono<Optional<AnalysisResult>> newest(Analysis job, Bson wanted, Bson fields) {
        return Mono.from(results().find(wanted).sort(NEWEST).projection(fields).first())
                .map(stored -> Optional.of(StoredAnalytics.result(job, stored)))
                .defaultIfEmpty(Optional.empty());
    }

    @Override
    public CompletionStage<Void> forgetBefore(long at) {
        Mono<List<String>> kept = Flux.fromIterable(Analysis.all())
                .concatMap(job -> newest(job, and(eq("job", job.label()), ANSWERED), exclude("rows")))
                .concatMap(Mono::justOrEmpty)
                .map(AnalysisResult::id)
                .collectList();
        return Mongo.done(kept.flatMap(
                        ids -> Mono.from(results().deleteMany(and(lt("computed_at", at), nin(Stored.ID, ids)))))
                .then(Mono.from(runs().deleteMany(and(lt("requested_at", at), exists(StoredAnalytics.SLOT, false))))));
    }

    private static <T> CompletionStage<T> told(Mono<T> answer) {
        return answer.onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }
}
