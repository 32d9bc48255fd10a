package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.edge.auth.Principal;
import com.phonepay.kernel.AccountId;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.Rejection;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.PaymentOrder;
import com.phonepay.payment.PaymentOutcome;
import com.phonepay.payment.Payments;
import com.phonepay.payment.Refunds;
import com.phonepay.payment.TimelineStep;
import com.phonepay.payment.Timelines;
import com.phonepay.transaction.TransactionStatus;
import com.phonepay.transaction.TransactionView;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pays, and shows what became of a payment to those who took part in it. */
final class PaymentRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentRoutes.class);
    private static final int NOTE_MAX = 140;

    private final Payments payments;
    private final Timelines timelines;
    private final Refunds refunds;
    private final Ownership ownership;
    private final Money amountMax;
    private final InstantSource clock;

    PaymentRoutes(EdgePorts ports, Money amountMax, InstantSource clock) {
        this.payments = ports.payments();
        this.timelines = ports.timelines();
        this.refunds = ports.refunds();
        this.ownership = new Ownership(ports.accounts());
        this.amountMax = amountMax;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        Set<String> order = Set.of("sender_id", "receiver_id", "amount", "note");
        return List.of(
                Endpoint.post("/api/payment/initiate", Access.USER, Load.PAYMENT, order, this::initiate),
                Endpoint.get("/api/payment/status/{id}", Access.USER, Load.OTHER, Set.of(), this::status),
                Endpoint.get("/api/payment/{id}/timeline", Access.USER, Load.OTHER, Set.of(), this::timeline));
    }

    private CompletionStage<HttpResponse> initiate(Exchange exchange) {
        return payments.initiate(order(exchange)).thenApply(reply -> paid(Respond.orRefuse(reply), clock.millis()));
    }

    private PaymentOrder order(Exchange exchange) {
        AccountId payer = exchange.caller().account();
        JsonBody body = exchange.body();
        Fields.optional(body, "sender_id").ifPresent(sender -> requireSelf(sender, payer));
        String receiver = Fields.alias("receiver_id", Fields.required(body, "receiver_id"));
        Money amount = Fields.amount(body, "amount", amountMax);
        String note = Fields.bounded("note", Fields.optional(body, "note").orElse(""), 0, NOTE_MAX);
        return new PaymentOrder(payer, receiver, amount, note, exchange.key());
    }

    private static void requireSelf(String sender, AccountId payer) {
        if (!sender.toLowerCase(Locale.ROOT).equals(payer.value())) {
            throw new RefusedException(ErrorCode.SENDER_NOT_YOU);
        }
    }

    static HttpResponse paid(PaymentOutcome outcome, long now) {
        TransactionView view = outcome.view();
        JsonObject json = PaymentJson.of(view, true, now);
        RawHeader id = RawHeader.create(HttpSteps.TRANSACTION, view.terms().id().value());
        if (view.status() == TransactionStatus.PENDING) {
            return Respond.json(202, json)
                    .addHeader(id)
                    .addHeader(RawHeader.create(
                            "Location", "/api/payment/status/" + view.terms().id()))
                    .addHeader(RawHeader.create("Retry-After", "2"));
        }
        HttpResponse response = Respond.json(200, json).addHeader(id);
        return outcome.replayed() ? response.addHeader(RawHeader.create("Idempotent-Replayed", "true")) : response;
    }

    private CompletionStage<HttpResponse> status(Exchange exchange) {
        Principal caller = exchange.caller();
        return find(exchange)
                .thenCompose(view -> {
                    boolean paid = view.status() == TransactionStatus.SUCCESS
                            && !view.terms().isRefund();
                    CompletionStage<Boolean> owned = caller.mayRead(view.terms().payer())
                            ? CompletableFuture.completedFuture(true)
                            : ownership.owns(caller, view.terms().payer());
                    return owned.thenCompose(seesReasons -> {
                        JsonObject json = PaymentJson.of(view, seesReasons, clock.millis());
                        return paid ? withRefunds(json, view) : CompletableFuture.completedFuture(json);
                    });
                })
                .thenApply(json -> Respond.json(200, json));
    }

    /** What was given back of a merchant's payment, where its slice still knows; history does not depend on it. */
    private CompletionStage<JsonObject> withRefunds(JsonObject json, TransactionView view) {
        return ownership
                .isMerchant(view.terms().payee())
                .thenCompose(merchant -> merchant ? told(json, view) : CompletableFuture.completedFuture(json));
    }

    private CompletionStage<JsonObject> told(JsonObject json, TransactionView view) {
        return refunds.of(view.terms().id()).handle((reply, fault) -> {
            if (fault == null) {
                reply.fold(
                        told -> told.toMerchant()
                                ? json.text(
                                                "merchant_id",
                                                MerchantJson.shown(view.terms().payee()))
                                        .amount("refunded", told.refunded())
                                        .amount("refundable", told.remaining())
                                : json,
                        unknown -> json);
            }
            return json;
        });
    }

    /** The transaction of the path, where the caller took part in it; else it is as if it did not exist. */
    private CompletionStage<TransactionView> find(Exchange exchange) {
        String id = exchange.variable("id");
        if (!TransactionId.isWellFormed(id)) {
            return CompletableFuture.failedFuture(new RefusedException(ErrorCode.TRANSACTION_NOT_FOUND));
        }
        return payments.find(new TransactionId(id))
                .thenCompose(reply -> reply.fold(
                        view -> visible(view, exchange.caller()),
                        rejection -> CompletableFuture.failedFuture(new RefusedException(unknown(rejection)))));
    }

    /** Payer, payee, admin, and whoever owns the merchant on one of the sides. */
    private CompletionStage<TransactionView> visible(TransactionView view, Principal caller) {
        AccountId payer = view.terms().payer();
        AccountId payee = view.terms().payee();
        if (caller.mayRead(payer) || caller.mayRead(payee)) {
            return CompletableFuture.completedFuture(view);
        }
        return ownership.owns(caller, payee).thenCombine(ownership.owns(caller, payer), (one, other) -> {
            if (!one && !other) {
                throw new RefusedException(ErrorCode.TRANSACTION_NOT_FOUND);
            }
            return view;
        });
    }

    /** An unknown payment and a foreign one are refused in the very same words. */
    static Problem unknown(Rejection rejection) {
        boolean unknown = rejection.kind() == Rejection.Kind.NOT_FOUND;
        return unknown ? Problem.of(ErrorCode.TRANSACTION_NOT_FOUND) : Problem.of(rejection);
    }

    private CompletionStage<HttpResponse> timeline(Exchange exchange) {
        return find(exchange)
                .thenCompose(view -> timelines.of(view.terms().id()).handle((steps, fault) -> {
                    if (fault != null) {
                        LOG.warn("The index of the journal did not answer: {}", fault.toString());
                        throw new RefusedException(ErrorCode.UNAVAILABLE);
                    }
                    return Respond.json(200, timelineJson(view, steps));
                }));
    }

    private static JsonObject timelineJson(TransactionView view, List<TimelineStep> steps) {
        return new JsonObject()
                .text("transaction_id", view.terms().id().value())
                .text("status", view.status().name())
                .objects("steps", steps, PaymentRoutes::stepJson);
    }

    private static void stepJson(JsonObject json, TimelineStep step) {
        json.text("what", step.what())
                .text("who", step.who())
                .text("slice", step.slice())
                .text("node", step.node())
                .number("epoch", step.epoch())
                .number("sequence", step.sequence())
                .time("at", step.at());
        JsonObject facts = new JsonObject();
        new TreeMap<>(step.facts()).forEach(facts::text);
        json.object("facts", facts);
    }
}
