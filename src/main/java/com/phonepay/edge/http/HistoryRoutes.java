package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.payment.Reply;
import com.phonepay.payment.Wallets;
import com.phonepay.readmodel.Cursor;
import com.phonepay.readmodel.Histories;
import com.phonepay.readmodel.HistoryLine;
import com.phonepay.readmodel.HistoryQuery;
import com.phonepay.readmodel.Page;
import com.phonepay.readmodel.UnavailableException;
import com.phonepay.wallet.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happened to an account. Without the read models, what the wallet itself remembers, and the answer says so. */
final class HistoryRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HistoryRoutes.class);

    private final Histories histories;
    private final Wallets wallets;
    private final Owner owner;

    HistoryRoutes(Histories histories, Wallets wallets, Owner owner) {
        this.owner = owner;
        this.histories = histories;
        this.wallets = wallets;
    }

    List<Endpoint> endpoints() {
        Set<String> parameters = new HashSet<>(Query.FILTER);
        parameters.addAll(Set.of(Owner.USER_ID, "limit", "cursor", "state", "direction"));
        return List.of(Endpoint.get(
                "/api/transactions/history", Access.USER, Load.OTHER, Set.copyOf(parameters), this::history));
    }

    private CompletionStage<HttpResponse> history(Exchange exchange) {
        return owner.of(exchange).thenCompose(account -> history(query(exchange, account)));
    }

    private CompletionStage<HttpResponse> history(HistoryQuery query) {
        return histories
                .of(query)
                .thenApply(page -> Respond.json(200, json(query.account(), page, "read_model")))
                .exceptionallyCompose(fault -> withoutReadModels(query, fault));
    }

    private static HistoryQuery query(Exchange exchange, AccountId account) {
        Query query = new Query(exchange);
        HistoryQuery.State state = query.word("state", HistoryQuery.State.class);
        return new HistoryQuery(
                account,
                state == null ? HistoryQuery.State.SUCCESS : state,
                query.word("direction", Entry.Type.class),
                query.filter(),
                query.limit(),
                query.cursor());
    }

    private CompletionStage<HttpResponse> withoutReadModels(HistoryQuery query, Throwable fault) {
        Throwable cause = Reply.cause(fault);
        if (!(cause instanceof UnavailableException)) {
            return CompletableFuture.failedFuture(cause);
        }
        if (!RecentEntries.canAnswer(query)) {
            throw new RefusedException(ErrorCode.HISTORY_UNAVAILABLE);
        }
        LOG.warn("A history is answered by its wallet: {}", cause.getMessage());
        return wallets.entries(query.account()).thenApply(reply -> {
            Page<HistoryLine> page = RecentEntries.page(Respond.orRefuse(reply), query);
            return Respond.json(200, json(query.account(), page, "wallet"))
                    .addHeader(RawHeader.create("PhonePay-Degraded", "read-model"));
        });
    }

    private static JsonObject json(AccountId owner, Page<HistoryLine> page, String source) {
        Cursor next = page.next();
        return new JsonObject()
                .text("object", "list")
                .objects("data", page.items(), (json, line) -> line(json, owner, line))
                .flag("has_more", next != null)
                .text("next_cursor", next == null ? null : next.encode())
                .text("source", source);
    }

    private static void line(JsonObject json, AccountId owner, HistoryLine line) {
        Money balance = line.balanceAfter();
        json.text(Owner.USER_ID, owner.value())
                .text("transaction_id", line.reference())
                .text("type", line.type().name())
                .amount("amount", line.amount())
                .token("balance_after", balance == null ? "null" : balance.toRupees())
                .time("timestamp", line.at())
                .text("counterparty", line.counterparty())
                .text("kind", line.kind())
                .text("status", line.status().name())
                .text("utr", line.utr())
                .text("note", line.note())
                .text("reason", line.reason());
    }
}
