package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.events.Republisher;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.FraudAlert;
import com.phonepay.readmodel.Notification;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.ReadModels;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What the workers have to tell: messages to people, alerts to operators, and the order to tell everything again. */
final class NotificationRoutes {
    private static final int PAGE = 20;
    private static final int PAGE_MAX = 100;
    private static final Set<String> PAGING = Set.of("limit", "cursor");
    private static final Set<String> OF_ACCOUNT = Set.of("limit", "cursor", Owner.USER_ID);

    private final ReadModels readModels;
    private final Republisher republisher;
    private final Owner owner;

    NotificationRoutes(ReadModels readModels, Republisher republisher, Owner owner) {
        this.owner = owner;
        this.readModels = readModels;
        this.republisher = republisher;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/api/notifications", Access.USER, Load.OTHER, OF_ACCOUNT, this::notifications),
                Endpoint.get("/admin/fraud/alerts", Access.ADMIN, Load.OTHER, PAGING, this::alerts),
                Endpoint.post("/admin/events/republish", Access.ADMIN, Load.OTHER, Set.of(), this::republish));
    }

    private CompletionStage<HttpResponse> notifications(Exchange exchange) {
        int limit = limit(exchange);
        Cursor after = cursor(exchange);
        return owner.of(exchange)
                .thenCompose(account -> found(readModels.notifications().of(account, limit, after)))
                .thenApply(page -> Respond.json(200, json(page, "notifications", NotificationRoutes::notification)));
    }

    private CompletionStage<HttpResponse> alerts(Exchange exchange) {
        return found(readModels.fraudAlerts().list(limit(exchange), cursor(exchange)))
                .thenApply(page -> Respond.json(200, json(page, "alerts", NotificationRoutes::alert)));
    }

    private CompletionStage<HttpResponse> republish(Exchange exchange) {
        return republisher
                .republishAll()
                .thenApply(slices -> Respond.json(202, new JsonObject().number("slices", slices)));
    }

    private static <T> CompletionStage<T> found(CompletionStage<T> page) {
        return NeedsReadModels.or(ErrorCode.UNAVAILABLE, page);
    }

    private static int limit(Exchange exchange) {
        String text = exchange.parameter("limit").orElse(Integer.toString(PAGE));
        if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > PAGE_MAX) {
            throw new RefusedException(ErrorCode.INVALID_FIELD, "limit is a number from 1 to " + PAGE_MAX + ".");
        }
        return Integer.parseInt(text);
    }

    private static @Nullable Cursor cursor(Exchange exchange) {
        return exchange.parameter("cursor")
                .map(text -> Cursor.decode(text)
                        .orElseThrow(() -> new RefusedException(
                                ErrorCode.INVALID_FIELD, "cursor is not one that was given out here.")))
                .orElse(null);
    }

    private static <T> JsonObject json(Page<T> page, String name, java.util.function.BiConsumer<JsonObject, T> fields) {
        Cursor next = page.next();
        return new JsonObject()
                .objects(name, page.items(), fields)
                .flag("has_more", next != null)
                .text("next_cursor", next == null ? null : next.encode());
    }

    private static void notification(JsonObject json, Notification one) {
        json.text("notification_id", one.id())
                .text("kind", one.kind())
                .text("title", one.title())
                .text("message", one.message())
                .text("transaction_id", one.transactionId())
                .amount("amount", one.amount())
                .text("counterparty_id", one.counterparty())
                .time("created_at", one.at());
    }

    private static void alert(JsonObject json, FraudAlert one) {
        json.text("alert_id", one.id())
                .text("kind", one.kind())
                .text("payer_id", one.payer().value())
                .text("payee_id", one.payee().value())
                .text("transaction_id", one.transactionId())
                .amount("amount", one.amount())
                .number("score", one.score());
        if (one.baseline() != null) {
            json.amount("baseline_amount", one.baseline());
        }
        json.texts("reasons", one.reasons()).time("raised_at", one.at());
    }
}
