package com.phonepay.edge.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The body of a request: one flat JSON object, read strictly. Numbers keep the digits that were sent, so that an amount
 * never passes through a binary fraction.
 */
final class JsonBody {
    static final JsonBody EMPTY = new JsonBody(Map.of());

    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final Map<String, Value> fields;

    private JsonBody(Map<String, Value> fields) {
        this.fields = fields;
    }

    /** What a field may hold. */
    enum Type {
        TEXT,
        NUMBER,
        OTHER
    }

    /** One field as it was sent. */
    record Value(Type type, String raw) {}

    /** Reads a body. Refuses what is not one JSON object in UTF-8 with each field at most once, and nothing behind it. */
    static JsonBody parse(byte[] bytes) {
        String text = utf8(bytes);
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RefusedException(ErrorCode.MALFORMED_JSON);
            }
            Map<String, Value> fields = fields(parser);
            if (parser.nextToken() != null) {
                throw new RefusedException(ErrorCode.MALFORMED_JSON, "Something follows the JSON object.");
            }
            return new JsonBody(fields);
        } catch (IOException e) {
            throw new RefusedException(ErrorCode.MALFORMED_JSON);
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException(ErrorCode.MALFORMED_JSON, "The body is not UTF-8.");
        }
    }

    private static Map<String, Value> fields(JsonParser parser) throws IOException {
        Map<String, Value> fields = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, value(parser)) != null) {
                throw RefusedException.field(ErrorCode.DUPLICATE_FIELD, escaped(name), null);
            }
        }
        return fields;
    }

    private static Value value(JsonParser parser) throws IOException {
        Value value =
                switch (parser.currentToken()) {
                    case VALUE_STRING -> new Value(Type.TEXT, parser.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Value(Type.NUMBER, parser.getText());
                    default -> new Value(Type.OTHER, "");
                };
        parser.skipChildren();
        return value;
    }

    /** Refuses every field that is not among these. */
    JsonBody allowOnly(Set<String> known) {
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw RefusedException.field(ErrorCode.UNKNOWN_FIELD, escaped(name), null);
            }
        }
        return this;
    }

    Optional<Value> find(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** A field's name as part of a JSON pointer, cut to a length that can be told back. */
    private static String escaped(String name) {
        String start = name.length() <= 64 ? name : name.substring(0, 64);
        return start.replace("~", "~0").replace("/", "~1");
    }
}
