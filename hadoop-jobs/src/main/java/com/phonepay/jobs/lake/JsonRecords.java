package com.phonepay.jobs.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** JSON objects as records of a schema. A line is a record completely, or not at all. */
final class JsonRecords {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Schema schema;

    JsonRecords(Schema schema) {
        this.schema = schema;
    }

    /** Empty when it is not JSON, a field is missing, or a value does not fit. */
    Optional<GenericRecord> parse(String line) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object == null || !object.isObject()) {
                return Optional.empty();
            }
            GenericRecord record = new GenericData.Record(schema);
            for (Schema.Field field : schema.getFields()) {
                record.put(field.pos(), value(field, object.get(field.name())));
            }
            return Optional.of(record);
        } catch (JsonProcessingException | RuntimeException unfit) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(Schema.Field field, @Nullable JsonNode node) {
        if (node == null) {
            if (!field.hasDefaultValue()) {
                throw new IllegalArgumentException("Missing: " + field.name());
            }
            return GenericData.get().getDefaultValue(field);
        }
        return value(field.schema(), node);
    }

    private static @Nullable Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case STRING -> text(node);
            case LONG ->
                node.isTextual() && schema.getLogicalType() != null
                        ? Instant.parse(node.textValue()).toEpochMilli()
                        : whole(node);
            case INT -> Math.toIntExact(whole(node));
            case DOUBLE -> number(node).doubleValue();
            case UNION -> node.isNull() ? null : value(schema.getTypes().get(1), node);
            case ARRAY -> list(schema.getElementType(), node);
            default -> throw new IllegalArgumentException("No such field in the lake: " + schema);
        };
    }

    private static Utf8 text(JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException("Not a text: " + node);
        }
        return new Utf8(node.textValue());
    }

    private static JsonNode number(JsonNode node) {
        if (!node.isNumber()) {
            throw new IllegalArgumentException("Not a number: " + node);
        }
        return node;
    }

    private static long whole(JsonNode node) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException("Not a whole number: " + node);
        }
        return node.longValue();
    }

    private static List<@Nullable Object> list(Schema element, JsonNode node) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("Not a list: " + node);
        }
        List<@Nullable Object> values = new ArrayList<>();
        node.forEach(child -> values.add(value(element, child)));
        return values;
    }
}
