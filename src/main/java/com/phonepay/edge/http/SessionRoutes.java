package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import com.phonepay.directory.SessionView;
import com.phonepay.edge.auth.Principal;
import com.phonepay.edge.auth.RefreshToken;
import com.phonepay.edge.auth.Token;
import com.phonepay.edge.auth.Tokens;
import com.phonepay.payment.Account;
import com.phonepay.payment.Reply;
import com.phonepay.payment.Sessions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What follows a log-in: new access tokens for the refresh token, the list of sessions, and their end. */
final class SessionRoutes {
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final int DEVICE_MAX = 120;

    private final Sessions sessions;
    private final Tokens tokens;

    SessionRoutes(Sessions sessions, Tokens tokens) {
        this.sessions = sessions;
        this.tokens = tokens;
    }

    List<Endpoint> endpoints() {
        Set<String> token = Set.of(REFRESH_TOKEN);
        return List.of(
                Endpoint.post("/auth/refresh", Access.PUBLIC, Load.OTHER, token, this::refresh),
                Endpoint.post("/auth/logout", Access.PUBLIC, Load.OTHER, token, this::logout),
                Endpoint.get("/auth/sessions", Access.USER, Load.OTHER, Set.of(), this::list),
                Endpoint.post("/auth/sessions/{id}/revoke", Access.USER, Load.OTHER, Set.of(), this::revoke),
                Endpoint.get(
                        "/.well-known/jwks.json",
                        Access.PUBLIC,
                        Load.NONE,
                        Set.of(),
                        exchange -> CompletableFuture.completedFuture(Respond.json(200, tokens.publicKeys()))));
    }

    /** The answer to a log-in, with a session of its own. */
    CompletionStage<HttpResponse> opened(Exchange exchange, Account account, Principal.Role role) {
        RefreshToken first = RefreshToken.open(account.id());
        String agent = exchange.header("User-Agent").orElse("unknown").replaceAll("[^\\x20-\\x7e]", "?");
        String device = agent.substring(0, Math.min(agent.length(), DEVICE_MAX));
        Sessions.Holder holder = new Sessions.Holder(account.name(), role.word(), device);
        return sessions.open(account.id(), first.session(), holder, first.secretHash())
                .thenApply(reply -> granted(Respond.orRefuse(reply), first));
    }

    private CompletionStage<HttpResponse> refresh(Exchange exchange) {
        RefreshToken used = RefreshToken.parse(Fields.secret(exchange.body(), REFRESH_TOKEN))
                .orElseThrow(() -> new RefusedException(ErrorCode.INVALID_REFRESH_TOKEN));
        RefreshToken next = used.next();
        return sessions.rotate(used.account(), used.session(), used.secretHash(), next.secretHash())
                .thenApply(reply -> granted(Respond.orRefuse(reply), next));
    }

    private HttpResponse granted(SessionView session, RefreshToken refresh) {
        Principal.Role role =
                session.role().equals(Principal.Role.ADMIN.word()) ? Principal.Role.ADMIN : Principal.Role.USER;
        Token token = tokens.issue(new Principal(session.account(), role));
        JsonObject user = new JsonObject()
                .text("user_id", session.account().value())
                .text("name", session.name())
                .text("role", role.word());
        return Respond.json(
                200,
                new JsonObject()
                        .text("token", token.text())
                        .time("expires_at", token.expiresAt())
                        .text(REFRESH_TOKEN, refresh.text())
                        .time("refresh_expires_at", session.expiresAt())
                        .text("session_id", session.id())
                        .object("user", user));
    }

    /** Says the same whatever was sent: who has no session has none afterwards either. */
    private CompletionStage<HttpResponse> logout(Exchange exchange) {
        return RefreshToken.parse(Fields.secret(exchange.body(), REFRESH_TOKEN))
                .map(token -> sessions.end(token.account(), token.session()))
                .orElseGet(() -> CompletableFuture.completedFuture(Reply.given(true)))
                .thenApply(reply -> ended(Respond.orRefuse(reply)));
    }

    private CompletionStage<HttpResponse> revoke(Exchange exchange) {
        return sessions.end(exchange.caller().account(), exchange.variable("id"))
                .thenApply(reply -> ended(Respond.orRefuse(reply)));
    }

    private static HttpResponse ended(boolean done) {
        return Respond.json(200, new JsonObject().flag("ended", done));
    }

    private CompletionStage<HttpResponse> list(Exchange exchange) {
        return sessions.of(exchange.caller().account()).thenApply(reply -> {
            JsonObject json = new JsonObject()
                    .text("object", "list")
                    .objects("data", Respond.orRefuse(reply), SessionRoutes::session)
                    .flag("has_more", false)
                    .text("next_cursor", null);
            return Respond.json(200, json);
        });
    }

    private static void session(JsonObject json, SessionView session) {
        json.text("session_id", session.id())
                .text("user_agent", session.device())
                .time("created_at", session.createdAt())
                .time("last_used_at", session.lastUsedAt())
                .time("expires_at", session.expiresAt());
    }
}
