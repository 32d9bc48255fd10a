package com.phonepay.readmodel.mongo;

import com.phonepay.kernel.AccountId;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Notification;
import com.phonepay.readmodel.Notifications;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.View;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Messages by the person they are for. */
final class MongoNotifications implements Notifications {
    private final Mongo mongo;

    MongoNotifications(Mongo mongo) {
        this.mongo = mongo;
    }

    @Override
    public CompletionStage<Void> store(List<Notification> notifications) {
        return mongo.views()
                .write(notifications.stream().map(Notification::document).toList());
    }

    @Override
    public CompletionStage<Page<Notification>> of(AccountId user, int limit, @Nullable Cursor after) {
        Conditions own = new Conditions().equal("user_id", user.value()).after(after);
        return Mongo.all(mongo.read(View.NOTIFICATIONS)
                        .find(own.met())
                        .sort(Indexes.newest())
                        .limit(limit + 1))
                .thenApply(found -> Page.of(
                        found.stream().map(MongoNotifications::notification).toList(),
                        limit,
                        each -> new Cursor(each.at(), each.id())));
    }

    private static Notification notification(Document stored) {
        return new Notification(
                Stored.textOr(stored, Stored.ID, ""),
                Stored.origin(stored),
                new AccountId(Stored.textOr(stored, "user_id", "")),
                Stored.textOr(stored, "kind", ""),
                Stored.textOr(stored, "title", ""),
                Stored.textOr(stored, "message", ""),
                Stored.textOr(stored, "transaction_id", ""),
                Stored.money(stored, "amount_paise"),
                Stored.textOr(stored, "counterparty_id", ""),
                Stored.number(stored, "at"));
    }
}
