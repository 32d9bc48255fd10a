package com.phonepay.readmodel.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import com.phonepay.analytics.Analytics;
import com.phonepay.readmodel.FraudAlerts;
import com.phonepay.readmodel.Histories;
import com.phonepay.readmodel.Notifications;
import com.phonepay.readmodel.ReadModels;
import com.phonepay.readmodel.Reports;
import com.phonepay.readmodel.Transactions;
import com.phonepay.readmodel.UnavailableException;
import com.phonepay.readmodel.View;
import com.phonepay.readmodel.ViewStore;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One client of MongoDB for the whole process, and everything that is answered with it. It may start before MongoDB. */
public final class Mongo implements AutoCloseable {
    /** Long enough for a large batch, short enough to notice a server that hangs. */
    private static final int WRITE_SECONDS = 30;

    /**
     * The part of the patience that goes into finding the server and greeting it. A server that is down is not waited
     * for; but one that has just started on a busy machine greets late, and commands have the time.
     */
    private static final int FIND_PART = 4;

    private final MongoClient client;
    private final MongoDatabase quick;
    private final MongoDatabase patient;

    private Mongo(MongoClient client, MongoSettings settings) {
        this.client = client;
        MongoDatabase ours = client.getDatabase(settings.database());
        this.quick = ours.withTimeout(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        this.patient = ours.withTimeout(WRITE_SECONDS, TimeUnit.SECONDS)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    public static Mongo open(MongoSettings settings) {
        MongoClientSettings client = MongoClientSettings.builder()
                .applicationName("phonepay")
                .applyConnectionString(new ConnectionString(settings.uri()))
                // Our writes may be repeated as they are; the driver's own way of it needs sessions.
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(
                        settings.patience().toMillis() / FIND_PART, TimeUnit.MILLISECONDS))
                .build();
        return new Mongo(MongoClients.create(client), settings);
    }

    /** What people may ask. */
    public ReadModels readModels() {
        return new ReadModels(histories(), transactions(), reports(), notifications(), fraudAlerts(), analytics());
    }

    /** Whether it answers now. Never fails. */
    public CompletionStage<Boolean> answers() {
        return Mono.from(quick.runCommand(new Document("ping", 1)))
                .hasElement()
                .onErrorReturn(false)
                .toFuture();
    }

    public ViewStore views() {
        return new MongoViews(this);
    }

    public Histories histories() {
        return new MongoHistories(this);
    }

    public Transactions transactions() {
        return new MongoTransactions(this);
    }

    public Reports reports() {
        return new MongoReports(this);
    }

    public Notifications notifications() {
        return new MongoNotifications(this);
    }

    public FraudAlerts fraudAlerts() {
        return new MongoFraudAlerts(this);
    }

    /** Runs of the jobs and what they answered. */
    public Analytics analytics() {
        return new MongoAnalytics(this);
    }

    /** A collection that is no view of events. What is acknowledged is on disk. */
    MongoCollection<Document> collection(String name) {
        return patient.getCollection(name);
    }

    /** For questions of people, who do not wait. */
    MongoCollection<Document> read(View view) {
        return quick.getCollection(view.label());
    }

    /** For work in the background. What is acknowledged is on disk. */
    MongoCollection<Document> work(View view) {
        return patient.getCollection(view.label());
    }

    static <T> CompletionStage<List<T>> all(Publisher<T> publisher) {
        return Flux.from(publisher)
                .collectList()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }

    static CompletionStage<Void> done(Publisher<?> publisher) {
        return Mono.from(publisher)
                .then()
                .onErrorMap(MongoException.class, UnavailableException::new)
                .toFuture();
    }

    @Override
    public void close() {
        client.close();
    }
}
