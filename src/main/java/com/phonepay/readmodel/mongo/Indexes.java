package com.phonepay.readmodel.mongo;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.model.IndexModel;
import com.phonepay.readmodel.View;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;

/** The indexes, one for each question that is asked often: what must be equal first, then the order of the answer. */
final class Indexes {
    static final Map<View, List<IndexModel>> ALL = Map.of(
            View.LEDGER, List.of(newestFirst("account_id"), by("transaction_id")),
            View.TRANSACTIONS,
                    List.of(newestFirst("payer_id"), newestFirst("payee_id"), newestFirst("status"), by("utr")),
            View.MERCHANTS, List.of(newestFirst("owner_id")),
            View.SETTLEMENTS, List.of(newestFirst("merchant_id")),
            View.NOTIFICATIONS, List.of(newestFirst("user_id")),
            View.FRAUD_ALERTS, List.of(new IndexModel(newest())));

    private Indexes() {}

    static Bson newest() {
        return descending("at", Stored.ID);
    }

    private static IndexModel newestFirst(String field) {
        return new IndexModel(compoundIndex(ascending(field), newest()));
    }

    private static IndexModel by(String field) {
        return new IndexModel(ascending(field));
    }
}
