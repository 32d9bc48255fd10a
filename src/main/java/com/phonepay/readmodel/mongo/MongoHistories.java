package com.phonepay.readmodel.mongo;

import com.mongodb.client.model.Filters;
import com.phonepay.readmodel.Filter;
import com.phonepay.readmodel.Histories;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.View;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.wallet.Entry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * An account's statement, and its attempts that moved nothing. What a transaction adds to a line (reference and note) is
 * looked up for the lines of the page alone.
 */
final class MongoHistories implements Histories {
    private static final Comparator<HistoryLine> NEWEST = Comparator.comparingLong(HistoryLine::at)
            .thenComparing(HistoryLine::id)
            .reversed();

    private final Mongo mongo;

    MongoHistories(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public CompletionStage<Page<HistoryLine>> of(HistoryQuery query) {
        return statement(query).thenCombine(attempts(query), (statement, attempts) -> {
            List<HistoryLine> merged = Stream.concat(statement.stream(), attempts.stream())
                    .sorted(NEWEST)
                    .toList();
            return Page.of(merged, query.limit(), HistoryLine::cursor);
        });
    }

    private CompletionStage<List<HistoryLine>> statement(HistoryQuery query) {
        if (!query.wantsStatement()) {
            return none();
        }
        String utr = query.filter().utr();
        return utr == null ? entries(query, null) : ofUtr(utr).thenCompose(ids -> entries(query, ids));
    }

    private CompletionStage<List<String>> ofUtr(String utr) {
        return Mongo.all(mongo.read(View.TRANSACTIONS).find(Filters.eq("utr", utr)))
                .thenApply(found -> found.stream()
                        .map(stored -> Stored.textOr(stored, Stored.ID, ""))
                        .toList());
    }

    private CompletionStage<List<HistoryLine>> entries(HistoryQuery query, @Nullable List<String> ids) {
        Filter filter = query.filter();
        Entry.Type direction = query.direction();
        Conditions conditions = new Conditions()
                .equal("account_id", query.account().value())
                .equal("type", direction == null ? null : direction.name())
                .equal("counterparty_id", filter.counterparty())
                .equal("entry_kind", filter.kind())
                .within(filter)
                .after(query.after());
        if (ids != null) {
            conditions.oneOf("transaction_id", ids);
        }
        return page(View.LEDGER, conditions.met(), query).thenCompose(this::withTransactions);
    }

    private CompletionStage<List<HistoryLine>> withTransactions(List<Document> entries) {
        List<String> ids = entries.stream()
                .map(entry -> Stored.textOr(entry, "transaction_id", ""))
                .toList();
        return Mongo.all(mongo.read(View.TRANSACTIONS).find(Filters.in(Stored.ID, ids)))
                .thenApply(found -> {
                    Map<String, Document> byId = new HashMap<>();
                    found.forEach(each -> byId.put(Stored.textOr(each, Stored.ID, ""), each));
                    return entries.stream().map(entry -> entry(entry, byId)).toList();
                });
    }

    private static HistoryLine entry(Document stored, Map<String, Document> transactions) {
        String reference = Stored.textOr(stored, "transaction_id", "");
        Document transaction = transactions.getOrDefault(reference, new Document());
        return new HistoryLine(
                Stored.textOr(stored, Stored.ID, ""),
                reference,
                Entry.Type.valueOf(Stored.textOr(stored, "type", "DEBIT")),
                Stored.money(stored, "amount_paise"),
                Stored.money(stored, "balance_after_paise"),
                Stored.number(stored, "at"),
                Stored.textOr(stored, "counterparty_id", ""),
                Stored.text(stored, "entry_kind"),
                TransactionStatus.SUCCESS,
                Stored.text(transaction, "utr"),
                Stored.text(transaction, "note"),
                null);
    }

    private CompletionStage<List<HistoryLine>> attempts(HistoryQuery query) {
        if (!query.wantsAttempts() || query.filter().utr() != null) {
            return none();
        }
        Filter filter = query.filter();
        List<String> states = query.state() == HistoryQuery.State.ANY
                ? List.of(TransactionStatus.FAILED.name(), TransactionStatus.BLOCKED.name())
                : List.of(query.state().name());
        Conditions conditions = new Conditions()
                .equal("payer_id", query.account().value())
                .oneOf("status", states)
                .equal("payee_id", filter.counterparty())
                .equal("kind", filter.kind())
                .within(filter)
                .after(query.after());
        return page(View.TRANSACTIONS, conditions.met(), query)
                .thenApply(found -> found.stream().map(MongoHistories::attempt).toList());
    }

    private static HistoryLine attempt(Document stored) {
        return new HistoryLine(
                Stored.textOr(stored, Stored.ID, ""),
                Stored.textOr(stored, Stored.ID, ""),
                Entry.Type.DEBIT,
                Stored.money(stored, "amount_paise"),
                null,
                Stored.number(stored, "at"),
                Stored.textOr(stored, "payee_id", ""),
                Stored.text(stored, "kind"),
                TransactionStatus.valueOf(Stored.textOr(stored, "status", "FAILED")),
                null,
                Stored.text(stored, "note"),
                Stored.text(stored, "reason"));
    }

    private CompletionStage<List<Document>> page(View view, Bson conditions, HistoryQuery query) {
        return Mongo.all(
                mongo.read(view).find(conditions).sort(Indexes.newest()).limit(query.limit() + 1));
    }

    private static CompletionStage<List<HistoryLine>> none() {
        return CompletableFuture.completedFuture(List.of());
    }
}
