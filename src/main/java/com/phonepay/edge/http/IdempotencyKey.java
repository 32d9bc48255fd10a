package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpHeader;
import akka.http.javadsl.model.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the header {@code Idempotency-Key}: 1 to 255 printable characters, bare or in quotes. */
final class IdempotencyKey {
    static final String HEADER = "Idempotency-Key";
    private static final int LENGTH_MAX = 255;

    private IdempotencyKey() {}

    /** The caller's key, or a fresh one where the caller has none. */
    static String of(HttpRequest request) {
        List<String> sent = new ArrayList<>();
        for (HttpHeader header : request.getHeaders()) {
            if (header.is("idempotency-key")) {
                sent.add(header.value());
            }
        }
        if (sent.isEmpty()) {
            return UUID.randomUUID().toString();
        }
        String key = unquoted(sent.get(0).strip());
        if (sent.size() > 1 || !isFine(key)) {
            throw new RefusedException(ErrorCode.INVALID_IDEMPOTENCY_KEY);
        }
        return key;
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isFine(String key) {
        return !key.isEmpty()
                && key.length() <= LENGTH_MAX
                && key.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '"');
    }
}
