package com.phonepay.edge.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The facts of a refusal, written in the order of their names: a map's own order differs from process to process. */
final class Facts {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{2})?");

    private Facts() {}

    static void write(JsonObject json, Map<String, String> facts) {
        new TreeMap<>(facts).forEach((name, value) -> {
            if (NUMBER.matcher(value).matches()) {
                json.token(name, value);
            } else {
                json.text(name, value);
            }
        });
    }

    /** Seconds until it is worth trying again, at least one. */
    static long retryAfter(Map<String, String> facts) {
        String seconds = facts.getOrDefault("retry_after", "1");
        return seconds.matches("[0-9]{1,9}") ? Math.max(1, Long.parseLong(seconds)) : 1;
    }
}
