package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.payment.Recharged;
import com.phonepay.payment.Wallets;
import com.phonepay.wallet.BalanceView;
import com.phonepay.wallet.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A wallet: put money in, look at it, see what happened. */
final class WalletRoutes {
    private static final String USER_ID = "user_id";

    private final Wallets wallets;
    private final Money amountMax;

    WalletRoutes(Wallets wallets, Money amountMax) {
        this.wallets = wallets;
        this.amountMax = amountMax;
    }

    List<Endpoint> endpoints() {
        Set<String> recharge = Set.of(USER_ID, "amount");
        Set<String> owner = Set.of(USER_ID);
        return List.of(
                Endpoint.post("/api/wallet/recharge", Access.USER, Load.PAYMENT, recharge, this::recharge),
                Endpoint.get("/api/wallet/balance", Access.USER, Load.OTHER, owner, this::balance),
                Endpoint.get("/api/transactions/history", Access.USER, Load.OTHER, owner, this::history));
    }

    private CompletionStage<HttpResponse> recharge(Exchange exchange) {
        AccountId owner = exchange.caller().account();
        Fields.optional(exchange.body(), USER_ID).ifPresent(user -> requireSelf(user, owner));
        Money amount = Fields.amount(exchange.body(), "amount", amountMax);
        return wallets.recharge(owner, amount, exchange.key()).thenApply(reply -> recharged(Respond.orRefuse(reply)));
    }

    private static void requireSelf(String user, AccountId owner) {
        if (!user.toLowerCase(Locale.ROOT).equals(owner.value())) {
            throw new RefusedException(ErrorCode.FORBIDDEN);
        }
    }

    private static HttpResponse recharged(Recharged recharged) {
        HttpResponse response = Respond.json(
                200,
                new JsonObject()
                        .text("status", "SUCCESS")
                        .text("transaction_id", recharged.entryId())
                        .text(USER_ID, recharged.account().value())
                        .amount("amount", recharged.amount())
                        .amount("balance", recharged.balanceAfter())
                        .text("currency", "INR"));
        return recharged.replayed() ? response.addHeader(RawHeader.create("Idempotent-Replayed", "true")) : response;
    }

    private CompletionStage<HttpResponse> balance(Exchange exchange) {
        return wallets.balance(readable(exchange))
                .thenApply(reply -> Respond.json(200, balanceJson(Respond.orRefuse(reply))));
    }

    private static JsonObject balanceJson(BalanceView view) {
        return new JsonObject()
                .text(USER_ID, view.account().value())
                .amount("balance", view.balance())
                .text("currency", "INR")
                .amount("available", view.available())
                .amount("held", view.held())
                .text("status", view.status().name());
    }

    private CompletionStage<HttpResponse> history(Exchange exchange) {
        AccountId owner = readable(exchange);
        return wallets.entries(owner).thenApply(reply -> Respond.json(200, list(owner, Respond.orRefuse(reply))));
    }

    /** The account that is asked for, by default the caller's own. Foreign ones are refused whether they exist or not. */
    private static AccountId readable(Exchange exchange) {
        AccountId own = exchange.caller().account();
        AccountId wanted = exchange.parameter(USER_ID)
                .map(text -> new AccountId(text.toLowerCase(Locale.ROOT)))
                .orElse(own);
        if (!exchange.caller().mayRead(wanted)) {
            throw new RefusedException(ErrorCode.FORBIDDEN);
        }
        return new AccountId(Fields.userId(USER_ID, wanted.value()));
    }

    /** One page is all that a slice keeps, so there is never a next one. */
    private static JsonObject list(AccountId owner, List<Entry> entries) {
        return new JsonObject()
                .text("object", "list")
                .objects("data", entries, (json, entry) -> entryJson(json, owner, entry))
                .flag("has_more", false)
                .text("next_cursor", null);
    }

    private static void entryJson(JsonObject json, AccountId owner, Entry entry) {
        json.text(USER_ID, owner.value())
                .text("transaction_id", entry.reference())
                .text("type", entry.type().name())
                .amount("amount", entry.amount())
                .amount("balance_after", entry.balanceAfter())
                .time("timestamp", entry.at())
                .text("counterparty", entry.counterparty());
    }
}
