package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import com.phonepay.edge.auth.Principal;
import com.phonepay.kernel.Invariant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request that was let in: read, matched, and its caller known. */
record Exchange(
        HttpRequest request,
        Map<String, String> variables,
        Map<String, String> query,
        @Nullable Principal principal,
        @Nullable String idempotencyKey,
        JsonBody body) {

    /** Who calls. Only for endpoints that need a token. */
    Principal caller() {
        return Invariant.present(principal);
    }

    /** The key under which this happens once. Only for endpoints that move money. */
    String key() {
        return Invariant.present(idempotencyKey);
    }

    /** The value of a variable of the endpoint's path. */
    String variable(String name) {
        return Invariant.present(variables.get(name));
    }

    /** A parameter of the query. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    Optional<String> header(String name) {
        return request.getHeader(name).map(HttpHeader::value);
    }
}
