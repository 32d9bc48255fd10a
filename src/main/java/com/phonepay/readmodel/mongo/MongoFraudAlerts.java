package com.phonepay.readmodel.mongo;

import com.phonepay.kernel.AccountId;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.FraudAlerts;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.View;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Alerts of all accounts, newest first. */
final class MongoFraudAlerts implements FraudAlerts {
    private final Mongo mongo;

    MongoFraudAlerts(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public CompletionStage<Void> store(List<FraudAlert> alerts) {
        return mongo.views().write(alerts.stream().map(FraudAlert::document).toList());
    }

    @Override
    public CompletionStage<Page<FraudAlert>> list(int limit, @Nullable Cursor after) {
        return Mongo.all(mongo.read(View.FRAUD_ALERTS)
                        .find(new Conditions().after(after).met())
                        .sort(Indexes.newest())
                        .limit(limit + 1))
                .thenApply(found -> Page.of(
                        found.stream().map(MongoFraudAlerts::alert).toList(),
                        limit,
                        each -> new Cursor(each.at(), each.id())));
    }

    private static FraudAlert alert(Document stored) {
        Double score = Stored.decimal(stored, "score");
        return new FraudAlert(
                Stored.textOr(stored, Stored.ID, ""),
                Stored.origin(stored),
                Stored.textOr(stored, "kind", ""),
                new AccountId(Stored.textOr(stored, "payer_id", "")),
                new AccountId(Stored.textOr(stored, "payee_id", "")),
                Stored.textOr(stored, "transaction_id", ""),
                Stored.money(stored, "amount_paise"),
                score == null ? 0 : score,
                stored.containsKey("baseline_paise") ? Stored.money(stored, "baseline_paise") : null,
                Stored.texts(stored, "reasons"),
                Stored.number(stored, "at"));
    }
}
