package com.phonepay.readmodel.mongo;

import com.phonepay.readmodel.Filter;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.TransactionLine;
import com.phonepay.readmodel.TransactionQuery;
import com.phonepay.readmodel.Transactions;
import com.phonepay.readmodel.View;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/** Transactions by anything that an operator knows of them. */
final class MongoTransactions implements Transactions {
    private final Mongo mongo;

    MongoTransactions(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public CompletionStage<Page<TransactionLine>> find(TransactionQuery query) {
        Filter filter = query.filter();
        Conditions conditions = new Conditions()
                .equal("status", query.status())
                .equal("payer_id", query.payer())
                .equal("payee_id", query.payee())
                .equal("utr", filter.utr())
                .equal("kind", filter.kind())
                .within(filter)
                .after(query.after());
        var found = mongo.read(View.TRANSACTIONS)
                .find(conditions.met())
                .sort(Indexes.newest())
                .limit(query.limit() + 1);
        return Mongo.all(found)
                .thenApply(stored -> Page.of(
                        stored.stream().map(MongoTransactions::line).toList(), query.limit(), TransactionLine::cursor));
    }

    static TransactionLine line(Document stored) {
        return new TransactionLine(
                Stored.textOr(stored, Stored.ID, ""),
                Stored.textOr(stored, "kind", "PAYMENT"),
                Stored.textOr(stored, "status", ""),
                Stored.textOr(stored, "payer_id", ""),
                Stored.textOr(stored, "payee_id", ""),
                Stored.money(stored, "amount_paise"),
                Stored.text(stored, "note"),
                Stored.text(stored, "utr"),
                Stored.text(stored, "reason"),
                Stored.text(stored, "original_transaction_id"),
                Stored.decimal(stored, "fraud_score"),
                Stored.number(stored, "initiated_at"),
                Stored.number(stored, "at"));
    }
}
