package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.headers.RawHeader;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What ties a request to its logs: an id of ours (or the caller's, where it is harmless to print) and a W3C trace id.
 */
public record Trace(String requestId, String traceId, String spanId) {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final String NO_TRACE = "0".repeat(32);
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Trace of(HttpRequest request) {
        String requestId = request.getHeader("X-Request-Id")
                .map(HttpHeader::value)
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .orElseGet(() -> "req_" + UUID.randomUUID());
        String traceId = request.getHeader("traceparent")
                .map(header -> TRACEPARENT.matcher(header.value()))
                .filter(parent -> parent.matches() && !parent.group(1).equals(NO_TRACE))
                .map(parent -> parent.group(1))
                .orElseGet(() -> randomHex(16));
        return new Trace(requestId, traceId, randomHex(8));
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    public List<HttpHeader> headers() {
        return List.of(
                RawHeader.create("Request-Id", requestId),
                RawHeader.create("traceresponse", "00-" + traceId + "-" + spanId + "-00"));
    }
}
