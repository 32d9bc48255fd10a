package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.edge.auth.Principal;
import com.phonepay.payment.Account;
import com.phonepay.payment.Accounts;
import com.phonepay.payment.Login;
import com.phonepay.payment.Names;
import com.phonepay.payment.Registration;
import com.phonepay.payment.Wallets;
import com.phonepay.wallet.BalanceView;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Registration, log-in, and finding out who an alias belongs to. */
final class AuthRoutes {
    private static final int NAME_MAX = 100;
    private static final int PASSWORD_MIN = 8;
    private static final int PASSWORD_MAX = 128;

    private final Accounts accounts;
    private final Names names;
    private final Wallets wallets;
    private final SessionRoutes sessions;
    private final Administrators administrators;

    AuthRoutes(Accounts accounts, Names names, Wallets wallets, SessionRoutes sessions, Administrators administrators) {
        this.accounts = accounts;
        this.names = names;
        this.wallets = wallets;
        this.sessions = sessions;
        this.administrators = administrators;
    }

    List<Endpoint> endpoints() {
        Set<String> person = Set.of("name", "email", "user_id", "password");
        return List.of(
                Endpoint.post("/auth/register", Access.PUBLIC, Load.OTHER, person, this::register),
                Endpoint.post("/auth/login", Access.PUBLIC, Load.OTHER, Set.of("email", "password"), this::login),
                Endpoint.get("/api/resolve", Access.USER, Load.OTHER, Set.of("alias"), this::resolve));
    }

    private CompletionStage<HttpResponse> register(Exchange exchange) {
        Registration registration = registration(exchange.body());
        if (!administrators.mayRegister(registration.email(), exchange.header("X-Bootstrap-Token"))) {
            throw new RefusedException(ErrorCode.BOOTSTRAP_TOKEN_REQUIRED);
        }
        return accounts.register(registration).thenCompose(reply -> registered(registration, Respond.orRefuse(reply)));
    }

    private static Registration registration(JsonBody body) {
        return new Registration(
                Fields.bounded("name", Fields.required(body, "name"), 1, NAME_MAX),
                Fields.email("email", Fields.required(body, "email")),
                Fields.optional(body, "user_id").map(id -> Fields.userId("user_id", id)),
                Fields.bounded("password", Fields.secret(body, "password"), PASSWORD_MIN, PASSWORD_MAX));
    }

    private CompletionStage<HttpResponse> registered(Registration registration, Account account) {
        return wallets.balance(account.id()).thenApply(reply -> {
            BalanceView wallet = Respond.orRefuse(reply);
            return Respond.json(
                    201,
                    new JsonObject()
                            .text("user_id", account.id().value())
                            .text("name", account.name())
                            .text("email", registration.email())
                            .text("vpa", account.vpa())
                            .amount("balance", wallet.balance())
                            .text("currency", "INR"));
        });
    }

    private CompletionStage<HttpResponse> login(Exchange exchange) {
        String email = Fields.email("email", Fields.required(exchange.body(), "email"));
        String password = Fields.bounded("password", Fields.secret(exchange.body(), "password"), 1, PASSWORD_MAX);
        return accounts.login(email, password).thenCompose(reply -> loggedIn(exchange, email, Respond.orRefuse(reply)));
    }

    private CompletionStage<HttpResponse> loggedIn(Exchange exchange, String email, Login login) {
        boolean admin = login.roles().contains(Principal.Role.ADMIN.word());
        Principal.Role role = admin ? Principal.Role.ADMIN : administrators.roleOf(email);
        return sessions.opened(exchange, login.account(), role);
    }

    private CompletionStage<HttpResponse> resolve(Exchange exchange) {
        String alias = exchange.parameter("alias")
                .orElseThrow(() -> new RefusedException(ErrorCode.MISSING_FIELD, "The parameter alias is required."));
        return names.resolve(Fields.alias("alias", alias)).thenApply(reply -> resolved(Respond.orRefuse(reply)));
    }

    private static HttpResponse resolved(Account account) {
        JsonObject json = new JsonObject()
                .text("user_id", account.id().value())
                .text("name", account.name())
                .text("vpa", account.vpa());
        if (account.isMerchant()) {
            json.flag("merchant", true);
        }
        return Respond.json(200, json);
    }
}
