package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.edge.auth.Principal;
import com.phonepay.kernel.Money;
import com.phonepay.kernel.TransactionId;
import com.phonepay.payment.Payments;
import com.phonepay.payment.RefundOrder;
import com.phonepay.payment.Refunds;
import com.phonepay.transaction.TransactionView;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives a merchant's payment back: by the merchant's owner or an admin, and by nobody else. */
final class RefundRoutes {
    private static final int NOTE_MAX = 140;

    private final Payments payments;
    private final Refunds refunds;
    private final Ownership ownership;
    private final Money amountMax;
    private final InstantSource clock;

    RefundRoutes(EdgePorts ports, Money amountMax, InstantSource clock) {
        this.payments = ports.payments();
        this.refunds = ports.refunds();
        this.ownership = new Ownership(ports.accounts());
        this.amountMax = amountMax;
        this.clock = clock;
    }

    List<Endpoint> endpoints() {
        Set<String> fields = Set.of("amount", "note");
        return List.of(Endpoint.post("/api/payment/{id}/refund", Access.USER, Load.PAYMENT, fields, this::refund));
    }

    private CompletionStage<HttpResponse> refund(Exchange exchange) {
        JsonBody body = exchange.body();
        Money amount = body.find("amount").isPresent() ? Fields.amount(body, "amount", amountMax) : null;
        String note = Fields.bounded("note", Fields.optional(body, "note").orElse(""), 0, NOTE_MAX);
        String id = exchange.variable("id");
        if (!TransactionId.isWellFormed(id)) {
            throw new RefusedException(ErrorCode.TRANSACTION_NOT_FOUND);
        }
        RefundOrder order = new RefundOrder(new TransactionId(id), amount, note, exchange.key());
        return payments.find(order.original())
                .thenCompose(reply -> reply.fold(
                        view -> require(exchange.caller(), view),
                        rejection ->
                                CompletableFuture.failedFuture(new RefusedException(PaymentRoutes.unknown(rejection)))))
                .thenCompose(allowed -> refunds.refund(order))
                .thenApply(reply -> PaymentRoutes.paid(Respond.orRefuse(reply), clock.millis()));
    }

    /** The payer is told that this is not for them; to strangers the payment does not exist. */
    private CompletionStage<Boolean> require(Principal caller, TransactionView view) {
        if (caller.isAdmin()) {
            return CompletableFuture.completedFuture(true);
        }
        return ownership.owns(caller, view.terms().payee()).thenApply(owns -> {
            if (!owns) {
                boolean takesPart = caller.mayRead(view.terms().payer())
                        || caller.mayRead(view.terms().payee());
                throw new RefusedException(takesPart ? ErrorCode.FORBIDDEN : ErrorCode.TRANSACTION_NOT_FOUND);
            }
            return true;
        });
    }
}
