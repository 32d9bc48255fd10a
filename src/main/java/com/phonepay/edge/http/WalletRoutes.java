package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.payment.Recharged;
import com.phonepay.payment.Wallets;
import com.phonepay.wallet.BalanceView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** A wallet: put money in, and look at it. */
final class WalletRoutes {
    private static final String USER_ID = Owner.USER_ID;

    private final Wallets wallets;
    private final Owner owner;
    private final Money amountMax;

    WalletRoutes(Wallets wallets, Owner owner, Money amountMax) {
        this.owner = owner;
        this.wallets = wallets;
        this.amountMax = amountMax;
    }

    List<Endpoint> endpoints() {
        Set<String> recharge = Set.of(USER_ID, "amount");
        Set<String> owner = Set.of(USER_ID);
        return List.of(
                Endpoint.post("/api/wallet/recharge", Access.USER, Load.PAYMENT, recharge, this::recharge),
                Endpoint.get("/api/wallet/balance", Access.USER, Load.OTHER, owner, this::balance));
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
        return owner.of(exchange)
                .thenCompose(wallets::balance)
                .thenApply(reply -> Respond.json(200, balanceJson(Respond.orRefuse(reply))));
    }

    static JsonObject balanceJson(BalanceView view) {
        return new JsonObject()
                .text(USER_ID, view.account().value())
                .amount("balance", view.balance())
                .text("currency", "INR")
                .amount("available", view.available())
                .amount("held", view.held())
                .text("status", view.status().name());
    }
}
