package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.kernel.AccountId;
import com.phonepay.ops.audit.AuditEntry;
import com.phonepay.ops.audit.AuditTrail;
import com.phonepay.payment.OpenTransactions;
import com.phonepay.payment.Wallets;
import com.phonepay.transaction.TransactionView;
import com.phonepay.wallet.AccountStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What an operator does to accounts, and the record of it. Every change here, and at every other endpoint for
 * administrators, is recorded by {@link Audit} without a word in the endpoint itself.
 */
final class AdminRoutes {
    private static final int REASON_MAX = 200;
    private static final int IN_DOUBT_EACH = 50;
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 200;

    private final Wallets wallets;
    private final OpenTransactions open;
    private final AuditTrail audit;
    private final InstantSource clock;

    AdminRoutes(Wallets wallets, OpenTransactions open, AuditTrail audit, InstantSource clock) {
        this.wallets = wallets;
        this.open = open;
        this.audit = audit;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        return List.of(
                change("freeze", AccountStatus.FROZEN),
                change("unfreeze", AccountStatus.ACTIVE),
                change("close", AccountStatus.CLOSED),
                Endpoint.get("/admin/transactions/in-doubt", Access.ADMIN, Load.OTHER, Set.of(), exchange -> inDoubt()),
                Endpoint.get("/admin/audit", Access.ADMIN, Load.OTHER, Set.of("limit", "before"), this::audit));
    }

    private Endpoint change(String word, AccountStatus status) {
        String template = "/admin/accounts/{id}/" + word;
        return Endpoint.post(
                template, Access.ADMIN, Load.OTHER, Set.of("reason"), exchange -> change(exchange, status));
    }

    private CompletionStage<HttpResponse> change(Exchange exchange, AccountStatus status) {
        AccountId account = new AccountId(Fields.userId("id", exchange.variable("id")));
        String reason = Fields.bounded("reason", Fields.required(exchange.body(), "reason"), 3, REASON_MAX);
        return wallets.changeStatus(account, status, reason)
                .thenApply(reply -> Respond.json(200, WalletRoutes.balanceJson(Respond.orRefuse(reply))));
    }

    private CompletionStage<HttpResponse> inDoubt() {
        long now = clock.millis();
        return open.oldest(IN_DOUBT_EACH).thenApply(found -> {
            JsonObject json = new JsonObject()
                    .text("object", "list")
                    .objects("data", found.views(), (item, view) -> inDoubt(item, view, now))
                    .flag("has_more", found.total() > found.views().size())
                    .text("next_cursor", null)
                    .number("total", found.total())
                    .texts("silent_slices", found.silent());
            return Respond.json(200, json);
        });
    }

    private static void inDoubt(JsonObject json, TransactionView view, long now) {
        json.text("transaction_id", view.terms().id().value())
                .number("slice", view.terms().id().slice())
                .text("status", view.status().name())
                .text("payer_id", view.terms().payer().value())
                .text("payee_id", view.terms().payee().value())
                .amount("amount", view.terms().amount())
                .time("initiated_at", view.initiatedAt())
                .time("resolve_by", view.resolveBy())
                .number("age_ms", Math.max(0, now - view.initiatedAt()));
    }

    private CompletionStage<HttpResponse> audit(Exchange exchange) {
        int limit = (int) number(exchange, "limit", PAGE, PAGE_MAX);
        long before = number(exchange, "before", Long.MAX_VALUE, Long.MAX_VALUE);
        return audit.page(before, limit).thenApply(entries -> Respond.json(200, page(entries, limit)));
    }

    private static long number(Exchange exchange, String name, long otherwise, long max) {
        String text = exchange.parameter(name).orElse("");
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,17}") || Long.parseLong(text) > max) {
            throw new RefusedException(ErrorCode.INVALID_FIELD, "The parameter " + name + " is out of range.");
        }
        return Long.parseLong(text);
    }

    private static JsonObject page(List<AuditEntry> entries, int limit) {
        boolean more = entries.size() == limit && entries.get(limit - 1).sequence() > 1;
        return new JsonObject()
                .text("object", "list")
                .objects("data", entries, AdminRoutes::entry)
                .flag("has_more", more)
                .text("next_cursor", more ? Long.toString(entries.get(limit - 1).sequence()) : null);
    }

    private static void entry(JsonObject json, AuditEntry entry) {
        json.number("sequence", entry.sequence())
                .number("at_ms", entry.at())
                .time("at", entry.at())
                .text("id", entry.fact().id())
                .text("actor", entry.fact().actor())
                .text("client", entry.fact().client())
                .text("action", entry.fact().action())
                .text("path", entry.fact().path())
                .text("reason", entry.fact().reason())
                .text("phase", entry.fact().phase())
                .number("status", entry.fact().status())
                .text("request_id", entry.fact().requestId())
                .text("previous_hash", entry.previousHash())
                .text("hash", entry.hash());
    }
}
