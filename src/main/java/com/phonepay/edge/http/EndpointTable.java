package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpMethod;
import com.phonepay.kernel.Invariant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Everything that can be called. What is not in here does not exist. */
final class EndpointTable {
    private final List<Endpoint> endpoints;

    EndpointTable(List<Endpoint> endpoints) {
        this.endpoints = List.copyOf(endpoints);
        long distinct = endpoints.stream()
                .map(endpoint -> endpoint.method().name() + " " + endpoint.template())
                .distinct()
                .count();
        Invariant.check(distinct == endpoints.size(), "one endpoint per method and path");
    }

    /** An endpoint and the values of its path's variables. */
    record Match(Endpoint endpoint, Map<String, String> variables) {}

    Optional<Match> find(HttpMethod method, String path) {
        List<String> segments = Endpoint.split(path);
        for (Endpoint endpoint : endpoints) {
            Optional<Map<String, String>> variables =
                    endpoint.method().equals(method) ? endpoint.match(segments) : Optional.empty();
            if (variables.isPresent()) {
                return Optional.of(new Match(endpoint, variables.get()));
            }
        }
        return Optional.empty();
    }

    /** The methods that this path takes, as in an {@code Allow} header; empty where nothing is there. */
    String allowed(String path) {
        List<String> segments = Endpoint.split(path);
        TreeSet<String> methods = new TreeSet<>();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.match(segments).isPresent()) {
                methods.add(endpoint.method().name());
            }
        }
        return String.join(", ", methods);
    }

    List<Endpoint> all() {
        return endpoints;
    }
}
