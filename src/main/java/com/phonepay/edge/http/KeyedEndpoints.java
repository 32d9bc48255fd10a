package com.phonepay.edge.http;

import akka.http.javadsl.model.HttpMethod;
import java.util.List;

/** Which requests happen once per {@code Idempotency-Key}, so that a repeat gives the first answer. */
public final class KeyedEndpoints {
    private final EndpointTable table;

    KeyedEndpoints(List<Endpoint> endpoints) {
        this.table = new EndpointTable(endpoints.stream()
                .filter(endpoint -> endpoint.load() == Load.PAYMENT)
                .toList());
    }

    public boolean covers(HttpMethod method, String path) {
        return table.find(method, path).isPresent();
    }
}
