package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.edge.auth.Principal;
import com.phonepay.kernel.Money;
import com.phonepay.payment.Accounts;
import com.phonepay.payment.MerchantRegistration;
import com.phonepay.payment.Merchants;
import com.phonepay.payment.PayoutOrder;
import com.phonepay.wallet.MerchantView;
import com.phonepay.wallet.PayoutAnswer;
import com.phonepay.wallet.PayoutStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What owners do with their merchants: register, look, close a window, take the settled money. */
final class MerchantRoutes {
    private static final String MERCHANT_ID = "merchant_id";
    private static final int NAME_MAX = 100;

    private final Merchants merchants;
    private final Accounts accounts;
    private final Ownership ownership;
    private final Money amountMax;
    private final LongSupplier nextCutOff;

    /** @param nextCutOff milliseconds since 1970, or 0 where no cut-off is planned */
    MerchantRoutes(Merchants merchants, Accounts accounts, Money amountMax, LongSupplier nextCutOff) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.ownership = new Ownership(accounts);
        this.amountMax = amountMax;
        this.nextCutOff = nextCutOff;
    }

    List<Endpoint> endpoints() {
        Set<String> shop = Set.of("name", "email", MERCHANT_ID);
        Set<String> id = Set.of(MERCHANT_ID);
        Set<String> payout = Set.of(MERCHANT_ID, "amount");
        return List.of(
                Endpoint.post("/merchant/register", Access.USER, Load.PAYMENT, shop, this::register),
                Endpoint.get("/merchant/mine", Access.USER, Load.OTHER, Set.of(), this::mine),
                Endpoint.get("/merchant/settlements", Access.USER, Load.OTHER, id, this::settlements),
                Endpoint.post("/merchant/settlements/close", Access.USER, Load.OTHER, id, this::close),
                Endpoint.post("/merchant/payout", Access.USER, Load.PAYMENT, payout, this::payout),
                Endpoint.get("/merchant/{id}/summary", Access.USER, Load.OTHER, Set.of(), this::summary));
    }

    private CompletionStage<HttpResponse> register(Exchange exchange) {
        JsonBody body = exchange.body();
        MerchantRegistration registration = new MerchantRegistration(
                exchange.caller().account(),
                Fields.bounded("name", Fields.required(body, "name"), 1, NAME_MAX),
                Fields.email("email", Fields.required(body, "email")),
                Fields.optional(body, MERCHANT_ID).map(wished -> Fields.userId(MERCHANT_ID, wished)),
                exchange.key());
        return merchants.register(registration).thenApply(Respond::orRefuse).thenCompose(view -> vpa(view)
                .thenApply(vpa -> Respond.json(201, MerchantJson.merchant(view, vpa))));
    }

    private CompletionStage<String> vpa(MerchantView view) {
        return accounts.resolve(view.merchant().id().value())
                .thenApply(reply -> Respond.orRefuse(reply).vpa());
    }

    private CompletionStage<HttpResponse> mine(Exchange exchange) {
        return merchants
                .ownedBy(exchange.caller().account())
                .thenApply(Respond::orRefuse)
                .thenCompose(this::list);
    }

    private CompletionStage<HttpResponse> list(List<MerchantView> owned) {
        Map<MerchantView, String> vpas = new ConcurrentHashMap<>();
        CompletableFuture<?>[] asked = owned.stream()
                .map(view -> vpa(view).thenAccept(vpa -> vpas.put(view, vpa)).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(asked)
                .thenApply(done -> Respond.json(
                        200,
                        new JsonObject()
                                .text("object", "list")
                                .objects(
                                        "data",
                                        owned,
                                        (json, view) -> MerchantJson.merchant(json, view, vpas.getOrDefault(view, "")))
                                .flag("has_more", false)
                                .text("next_cursor", null)));
    }

    private CompletionStage<HttpResponse> settlements(Exchange exchange) {
        String id = exchange.parameter(MERCHANT_ID)
                .orElseThrow(
                        () -> new RefusedException(ErrorCode.MISSING_FIELD, "The parameter merchant_id is required."));
        return find(exchange.caller(), id).thenApply(view -> Respond.json(200, MerchantJson.settlements(view)));
    }

    private CompletionStage<HttpResponse> summary(Exchange exchange) {
        return find(exchange.caller(), exchange.variable("id")).thenCompose(view -> vpa(view)
                .thenApply(vpa -> Respond.json(200, MerchantJson.summary(view, vpa, nextCutOff.getAsLong()))));
    }

    private CompletionStage<MerchantView> find(Principal caller, String id) {
        return ownership
                .require(caller, MERCHANT_ID, id)
                .thenCompose(merchants::find)
                .thenApply(Respond::orRefuse);
    }

    private CompletionStage<HttpResponse> close(Exchange exchange) {
        return ownership
                .require(exchange.caller(), MERCHANT_ID, Fields.required(exchange.body(), MERCHANT_ID))
                .thenCompose(merchants::closeWindow)
                .thenApply(reply -> Respond.json(200, MerchantJson.settlements(Respond.orRefuse(reply))));
    }

    private CompletionStage<HttpResponse> payout(Exchange exchange) {
        JsonBody body = exchange.body();
        Money amount = body.find("amount").isPresent() ? Fields.amount(body, "amount", amountMax) : null;
        String key = exchange.key();
        return ownership
                .require(exchange.caller(), MERCHANT_ID, Fields.required(body, MERCHANT_ID))
                .thenCompose(merchant -> merchants.payout(new PayoutOrder(merchant, amount, key)))
                .thenApply(reply -> paid(Respond.orRefuse(reply)));
    }

    private static HttpResponse paid(PayoutAnswer answer) {
        JsonObject json = new JsonObject();
        MerchantJson.payout(json, answer.payout());
        boolean settling = answer.payout().status() == PayoutStatus.SETTLING;
        HttpResponse response = Respond.json(settling ? 202 : 200, json);
        return answer.replayed() ? response.addHeader(RawHeader.create("Idempotent-Replayed", "true")) : response;
    }
}
