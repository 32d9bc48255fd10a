package com.phonepay.edge.gateway;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.headers.RawHeader;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The gateways of this cluster, this one among them. A console that came from one of them may ask each other one, so that
 * it outlives the node that it came from; a page from anywhere else may not, unless its origin is on the list. A gateway
 * that was seen once stays known: the pages that it gave out are the ones that need the others.
 */
final class Siblings {
    private static final int KNOWN_MAX = 64;
    private static final String HEADERS_IN = "authorization, content-type, idempotency-key, last-event-id, accept";
    private static final String HEADERS_OUT =
            "request-id, idempotency-key, idempotent-replayed, retry-after, x-served-by, "
                    + "ratelimit-limit, ratelimit-remaining, ratelimit-reset, phonepay-degraded, location";

    private final Supplier<List<Target.Node>> members;
    private final String scheme;
    private final Set<String> guests;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();

    /** @param guests further origins whose pages may ask, as the operator has listed them */
    Siblings(Supplier<List<Target.Node>> members, String scheme, Set<String> guests) {
        this.members = members;
        this.scheme = scheme;
        this.guests = Set.copyOf(guests);
    }

    /** Under the host name by which the caller knows this gateway, in the order of their ports. */
    List<String> origins(HttpRequest request) {
        for (Target.Node node : members.get()) {
            if (node.gatewayPort() > 0 && known.size() < KNOWN_MAX) {
                known.add(node.gatewayPort());
            }
        }
        String host = request.getUri().getHost().address();
        return known.stream()
                .sorted()
                .map(port -> scheme + "://" + host + ":" + port)
                .toList();
    }

    /**
     * The answer to a browser's question whether a page of a sibling may ask; empty for every other request. It becomes
     * {@link #readable} like every answer, and a browser refuses an origin that is named twice.
     */
    Optional<HttpResponse> preflight(HttpRequest request) {
        boolean asks = request.method().name().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method").isPresent();
        return asks
                ? origin(request).map(origin -> HttpResponse.create()
                        .withStatus(204)
                        .addHeaders(List.of(
                                RawHeader.create("Access-Control-Allow-Methods", "GET, POST"),
                                RawHeader.create("Access-Control-Allow-Headers", HEADERS_IN),
                                RawHeader.create("Access-Control-Max-Age", "600"))))
                : Optional.empty();
    }

    /** Lets the page of a sibling read the answer. Tokens travel in a header, so there are no cookies to think of. */
    HttpResponse readable(HttpRequest request, HttpResponse answer) {
        return origin(request)
                .map(origin -> answer.addHeaders(List.of(
                        RawHeader.create("Access-Control-Allow-Origin", origin),
                        RawHeader.create("Access-Control-Expose-Headers", HEADERS_OUT),
                        RawHeader.create("Vary", "Origin"))))
                .orElse(answer);
    }

    private Optional<String> origin(HttpRequest request) {
        return request.getHeader("Origin")
                .map(HttpHeader::value)
                .filter(origin -> guests.contains(origin) || origins(request).contains(origin));
    }
}
