package com.phonepay.edge.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.kernel.Money;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one JSON object, fields in the order in which they are added, so that equal values are equal bytes. Money is
 * written as a number with exactly two places, which no binary number type could do.
 */
public final class JsonObject {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder(256).append('{');

    public JsonObject text(String name, @Nullable String value) {
        field(name);
        return value == null ? raw("null") : quoted(value);
    }

    public JsonObject textIfPresent(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : text(name, value);
    }

    public JsonObject amount(String name, Money value) {
        field(name);
        return raw(value.toRupees());
    }

    public JsonObject number(String name, long value) {
        field(name);
        return raw(Long.toString(value));
    }

    /** A number that is written out already. */
    public JsonObject token(String name, String number) {
        field(name);
        return raw(number);
    }

    /** A score or a share, as Java prints it. */
    public JsonObject number(String name, double value) {
        field(name);
        return raw(Double.toString(value));
    }

    public JsonObject flag(String name, boolean value) {
        field(name);
        return raw(Boolean.toString(value));
    }

    /** Milliseconds since 1970, written as RFC 3339 in UTC. */
    public JsonObject time(String name, long at) {
        return text(name, timestamp(at));
    }

    public JsonObject texts(String name, List<String> values) {
        field(name);
        out.append('[');
        for (String value : values) {
            separate('[');
            quoted(value);
        }
        return raw("]");
    }

    /** A list of numbers that were read from JSON. */
    public JsonObject numbers(String name, Iterable<JsonNode> values) {
        field(name);
        out.append('[');
        for (JsonNode value : values) {
            separate('[');
            raw(Long.toString(value.asLong()));
        }
        return raw("]");
    }

    public JsonObject object(String name, JsonObject value) {
        field(name);
        return raw(value.toString());
    }

    public <T> JsonObject objects(String name, Iterable<T> values, BiConsumer<JsonObject, T> fields) {
        field(name);
        out.append('[');
        for (T value : values) {
            separate('[');
            JsonObject inner = new JsonObject();
            fields.accept(inner, value);
            out.append(inner);
        }
        return raw("]");
    }

    static String timestamp(long at) {
        return RFC_3339.format(Instant.ofEpochMilli(at));
    }

    private void field(String name) {
        separate('{');
        quoted(name).raw(":");
    }

    private void separate(char opening) {
        if (out.charAt(out.length() - 1) != opening) {
            out.append(',');
        }
    }

    private JsonObject quoted(String text) {
        out.append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, out);
        return raw("\"");
    }

    private JsonObject raw(String token) {
        out.append(token);
        return this;
    }

    @Override
    public String toString() {
        return out + "}";
    }
}
