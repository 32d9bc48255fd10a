package com.phonepay.edge.gateway;

import akka.http.javadsl.model.AttributeKeys;
import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpProtocols;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.HttpResponse;
import akka.http.javadsl.model.RequestEntity;
import akka.http.javadsl.model.headers.RawHeader;
import com.phonepay.edge.http.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What becomes of headers on the way through, after RFC 9110: those of one hop end here, and what a caller claims about
 * where it comes from is replaced by what we know.
 */
final class Forwarding {
    private static final Set<String> ONE_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    /** Ours to say, and what Akka adds to a request for its own use. */
    private static final Set<String> OURS = Set.of(
            "host",
            "forwarded",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "x-forwarded-port",
            "x-real-ip",
            "x-request-id",
            "traceparent",
            "x-phonepay-lamport",
            "timeout-access",
            "raw-request-uri",
            "remote-address");

    private Forwarding() {}

    /** The request as a node gets it, whichever node that is. */
    static HttpRequest toNode(HttpRequest request, RequestEntity body, Trace trace, String scheme) {
        Set<String> dropped = named(request.getHeaders());
        List<HttpHeader> headers = new ArrayList<>();
        for (HttpHeader header : request.getHeaders()) {
            String name = header.lowercaseName();
            if (!ONE_HOP.contains(name) && !OURS.contains(name) && !dropped.contains(name)) {
                headers.add(header);
            }
        }
        headers.add(RawHeader.create("X-Forwarded-For", client(request)));
        headers.add(RawHeader.create("X-Forwarded-Proto", scheme));
        headers.add(RawHeader.create("X-Request-Id", trace.requestId()));
        headers.add(RawHeader.create("traceparent", "00-" + trace.traceId() + "-" + trace.spanId() + "-01"));
        return HttpRequest.create()
                .withMethod(request.method())
                .withUri(request.getUri())
                .withProtocol(HttpProtocols.HTTP_1_1)
                .withHeaders(headers)
                .withEntity(body);
    }

    static HttpRequest at(HttpRequest request, String scheme, Target.Node node) {
        return request.withUri(request.getUri().scheme(scheme).host(node.host()).port(node.port()));
    }

    /** The address of the connection: the one thing about a caller that the caller can not make up. */
    static String client(HttpRequest request) {
        return request.getAttribute(AttributeKeys.remoteAddress)
                .flatMap(address -> address.getAddress())
                .map(address -> address.getHostAddress())
                .orElse("unknown");
    }

    /** An IPv6 caller has a whole network of addresses to itself, so its first 64 bits count. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length))) + "::/64";
    }

    static HttpResponse toCaller(HttpResponse response, Target.Node node) {
        Set<String> dropped = named(response.getHeaders());
        List<HttpHeader> headers = new ArrayList<>();
        for (HttpHeader header : response.getHeaders()) {
            boolean ends = ONE_HOP.contains(header.lowercaseName()) || header.is("x-phonepay-lamport");
            if (!ends && !dropped.contains(header.lowercaseName())) {
                headers.add(header);
            }
        }
        headers.add(RawHeader.create("X-Served-By", node.name()));
        return HttpResponse.create()
                .withStatus(response.status())
                .withHeaders(headers)
                .withEntity(response.entity());
    }

    /** A sender may declare further headers to be of one hop. */
    private static Set<String> named(Iterable<HttpHeader> headers) {
        Set<String> names = Set.of();
        for (HttpHeader header : headers) {
            if (header.is("connection")) {
                names = new HashSet<>(names);
                Arrays.stream(header.value().toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .forEach(names::add);
                // Nobody may switch off by this what we decide by.
                names.removeAll(Set.of("authorization", "idempotency-key", "content-type"));
            }
        }
        return names;
    }
}
