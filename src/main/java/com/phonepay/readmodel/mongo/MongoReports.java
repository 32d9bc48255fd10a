package com.phonepay.readmodel.mongo;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;

import com.phonepay.kernel.AccountId;
import com.phonepay.readmodel.Reports;
import com.phonepay.readmodel.View;
import com.phonepay.wallet.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Sums that MongoDB computes. Days are stored with the documents, so that no server needs to know a calendar. */
final class MongoReports implements Reports {
    private final Mongo mongo;

    MongoReports(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public CompletionStage<Summary> of(AccountId account, long from, long to) {
        Bson own = new Conditions()
                .equal("account_id", account.value())
                .between("at", from, to)
                .met();
        CompletionStage<List<Sum>> byKind = sums(own, "entry_kind");
        CompletionStage<List<Sum>> byDay = sums(own, "day");
        CompletionStage<List<Sum>> byCounterparty = sums(own, "counterparty_id");
        return byKind.thenCombine(byDay, (kinds, days) -> new Summary(kinds, days, List.of()))
                .thenCombine(byCounterparty, (sums, others) -> new Summary(sums.byKind(), sums.byDay(), others));
    }

    private CompletionStage<List<Sum>> sums(Bson conditions, String field) {
        Document key = new Document("group", "$" + field).append("type", "$type");
        return Mongo.all(mongo.read(View.LEDGER).aggregate(List.of(match(conditions), counted(key))))
                .thenApply(found -> found.stream()
                        .map(MongoReports::line)
                        .sorted(Comparator.comparing(Sum::group).thenComparing(Sum::type))
                        .toList());
    }

    private static Sum line(Document found) {
        Document key = found.get(Stored.ID, Document.class);
        return new Sum(
                Stored.textOr(key, "group", ""),
                Entry.Type.valueOf(Stored.textOr(key, "type", "DEBIT")),
                Stored.number(found, "count"),
                Stored.money(found, "paise"));
    }

    @Override
    public CompletionStage<List<Outcomes>> ofEverybody(long from, long to) {
        Bson within = new Conditions().between("at", from, to).met();
        Document key = new Document("day", "$day").append("status", "$status");
        return Mongo.all(mongo.read(View.TRANSACTIONS).aggregate(List.of(match(within), counted(key))))
                .thenApply(found -> found.stream()
                        .map(MongoReports::outcomes)
                        .sorted(Comparator.comparing(Outcomes::day).thenComparing(Outcomes::status))
                        .toList());
    }

    private static Outcomes outcomes(Document found) {
        Document key = found.get(Stored.ID, Document.class);
        return new Outcomes(
                Stored.textOr(key, "day", ""),
                Stored.textOr(key, "status", ""),
                Stored.number(found, "count"),
                Stored.money(found, "paise"));
    }

    private static Bson counted(Document key) {
        return group(key, sum("count", 1L), sum("paise", "$amount_paise"));
    }
}
