package com.phonepay.edge.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Compares what the API answers with what {@code docs/openapi.yaml} promises. */
final class Contract {
    private static final String BASE = "https://phonepay.example/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    Contract() {
        try {
            document = new YAMLMapper().readTree(Files.readString(Path.of("docs/openapi.yaml")));
            String json = JSON.writeValueAsString(document);
            registry =
                    SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(BASE, json)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, for example {@code GET /health/live}. */
    Set<String> operations() {
        TreeSet<String> operations = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** True where the operation needs no token. */
    boolean isPublic(String method, String template) {
        JsonNode security = operation(method, template).path("security");
        return security.isArray() && security.isEmpty();
    }

    JsonNode operation(String method, String template) {
        return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /** What is wrong with an answer; empty where it is as promised. */
    List<String> check(String method, String template, int status, String mediaType, String body) {
        String operation = "#/paths/" + escaped(template) + "/" + method.toLowerCase(Locale.ROOT);
        JsonNode responses = at(operation).path("responses");
        String key = responses.has(String.valueOf(status)) ? String.valueOf(status) : "default";
        if (!responses.has(key)) {
            return List.of("no response " + status + " for " + method + " " + template);
        }
        String place = resolved(operation + "/responses/" + key);
        JsonNode content = at(place).path("content");
        if (!content.has(mediaType)) {
            return List.of(method + " " + template + " " + status + " has no media type " + mediaType);
        }
        if (!mediaType.endsWith("json")) {
            return List.of();
        }
        return errors(place + "/content/" + escaped(mediaType) + "/schema", body);
    }

    /** Checks a body against a named schema. */
    List<String> checkSchema(String name, String body) {
        return errors("#/components/schemas/" + name, body);
    }

    private List<String> errors(String pointer, String body) {
        Schema schema = schemas.computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(BASE + at)));
        List<String> found = new ArrayList<>();
        for (Error error : schema.validate(body, InputFormat.JSON)) {
            found.add(error.toString());
        }
        return found;
    }

    private String resolved(String pointer) {
        JsonNode reference = at(pointer).get("$ref");
        return reference == null ? pointer : reference.asText();
    }

    private JsonNode at(String pointer) {
        return document.at(pointer.substring(1));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
