package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpResponse;
import akka.util.ByteString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.phonepay.kernel.Invariant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The contract itself, and the catalogue of errors that the {@code type} of a problem points to. */
final class ContractRoutes {
    private static final String RESOURCE = "/openapi.yaml";

    private final String yaml;
    private final String json;

    ContractRoutes() {
        this.yaml = resource();
        this.json = asJson(yaml);
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/openapi.yaml", Access.PUBLIC, Load.NONE, Set.of(), exchange -> yaml()),
                Endpoint.get(
                        "/openapi.json", Access.PUBLIC, Load.NONE, Set.of(), exchange -> done(Respond.json(200, json))),
                Endpoint.get("/errors", Access.PUBLIC, Load.NONE, Set.of(), exchange -> errors()),
                Endpoint.get("/errors/{code}", Access.PUBLIC, Load.NONE, Set.of(), ContractRoutes::error));
    }

    private CompletionStage<HttpResponse> yaml() {
        return done(HttpResponse.create().withEntity(Respond.YAML, ByteString.fromString(yaml)));
    }

    private static CompletionStage<HttpResponse> errors() {
        JsonObject list = new JsonObject()
                .text("object", "list")
                .objects("data", List.of(ErrorCode.values()), ContractRoutes::describe)
                .flag("has_more", false)
                .text("next_cursor", null);
        return done(Respond.json(200, list));
    }

    private static CompletionStage<HttpResponse> error(Exchange exchange) {
        ErrorCode code = ErrorCode.find(exchange.variable("code"))
                .orElseThrow(() -> new RefusedException(ErrorCode.ERROR_CODE_NOT_FOUND));
        JsonObject json = new JsonObject();
        describe(json, code);
        return done(Respond.json(200, json));
    }

    private static void describe(JsonObject json, ErrorCode code) {
        json.text("code", code.code())
                .number("status", code.status())
                .text("title", code.title())
                .text("detail", code.detail())
                .flag("retryable", code.isRetryable());
    }

    private static CompletionStage<HttpResponse> done(HttpResponse response) {
        return CompletableFuture.completedFuture(response);
    }

    private static String resource() {
        try (InputStream in = ContractRoutes.class.getResourceAsStream(RESOURCE)) {
            Invariant.check(in != null, "the contract is packed with the classes");
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asJson(String yaml) {
        try {
            JsonNode tree = new YAMLMapper().readTree(yaml);
            return tree.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The contract is not YAML", e);
        }
    }
}
