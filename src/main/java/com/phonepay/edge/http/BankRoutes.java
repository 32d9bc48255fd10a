package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.payment.BankControl;
import com.phonepay.payment.BankControl.Behaviour;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Tells the bank of a development cluster how to behave. */
final class BankRoutes {
    private static final String BEHAVIOUR = "behaviour";

    private final Optional<BankControl> bank;

    BankRoutes(Optional<BankControl> bank) {
        this.bank = bank;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/admin/bank", Access.ADMIN, Load.OTHER, Set.of(), this::show),
                Endpoint.post("/admin/bank", Access.ADMIN, Load.OTHER, Set.of(BEHAVIOUR), this::behave));
    }

    private CompletionStage<HttpResponse> show(Exchange exchange) {
        return bank().behaviour().thenApply(BankRoutes::told);
    }

    private CompletionStage<HttpResponse> behave(Exchange exchange) {
        String wanted = Fields.required(exchange.body(), BEHAVIOUR);
        for (Behaviour behaviour : Behaviour.values()) {
            if (behaviour.name().equals(wanted)) {
                return bank().behave(behaviour).thenApply(BankRoutes::told);
            }
        }
        throw RefusedException.field(
                ErrorCode.INVALID_FIELD, BEHAVIOUR, "One of PAYS, REFUSES, TIMES_OUT and ANSWERS_LATE.");
    }

    /** A real bank takes no such orders. */
    private BankControl bank() {
        return bank.orElseThrow(() -> new RefusedException(ErrorCode.NOT_FOUND));
    }

    private static HttpResponse told(Behaviour behaviour) {
        return Respond.json(200, new JsonObject().text(BEHAVIOUR, behaviour.name()));
    }
}
