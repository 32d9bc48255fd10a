package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpMethods;
import akka.http.javadsl.model.HttpRequest;
import akka.http.javadsl.model.MediaRange;
import akka.http.javadsl.model.Uri;
import akka.http.javadsl.model.headers.Accept;
import akka.http.scaladsl.model.IllegalUriException;
import akka.japi.Pair;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What can be checked of a request before its body is read: that it is there, and asks for what we have. */
final class Gate {
    private final EndpointTable table;

    Gate(EndpointTable table) {
        this.table = table;
    }

    /** The endpoint that is called. Refuses an address that does not exist and a method that it does not take. */
    EndpointTable.Match match(HttpRequest request, String path) {
        return table.find(request.method(), path).orElseThrow(() -> {
            String allowed = table.allowed(path);
            if (allowed.isEmpty()) {
                return new RefusedException(ErrorCode.NOT_FOUND);
            }
            Problem problem = Problem.of(ErrorCode.METHOD_NOT_ALLOWED);
            return new RefusedException(problem.withFacts(Map.of("allow", allowed)));
        });
    }

    /** Refuses a caller who would not take our answer. */
    void checkAccept(HttpRequest request, Endpoint endpoint) {
        boolean fine = request.getHeader(Accept.class)
                .map(accept -> takes(accept, endpoint))
                .orElse(true);
        if (!fine) {
            throw new RefusedException(ErrorCode.NOT_ACCEPTABLE);
        }
    }

    private static boolean takes(Accept accept, Endpoint endpoint) {
        for (MediaRange range : accept.getMediaRanges()) {
            if (range.qValue() > 0 && endpoint.produces().stream().anyMatch(range::matches)) {
                return true;
            }
        }
        return false;
    }

    /** The query's parameters. Refuses one that the endpoint does not know, and one that comes twice. */
    Map<String, String> query(HttpRequest request, Endpoint endpoint) {
        Set<String> known = request.method().equals(HttpMethods.GET) ? endpoint.inputs() : Set.of();
        Map<String, String> parameters = new HashMap<>();
        for (Pair<String, String> parameter : pairs(request.getUri())) {
            if (!known.contains(parameter.first())) {
                throw new RefusedException(ErrorCode.UNKNOWN_PARAMETER);
            }
            if (parameters.put(parameter.first(), parameter.second()) != null) {
                throw new RefusedException(ErrorCode.MALFORMED_REQUEST, "A parameter of the query comes twice.");
            }
        }
        return parameters;
    }

    private static Iterable<Pair<String, String>> pairs(Uri uri) {
        try {
            return uri.query().toList();
        } catch (IllegalUriException e) {
            throw new RefusedException(ErrorCode.MALFORMED_REQUEST, "The query is malformed.");
        }
    }
}
