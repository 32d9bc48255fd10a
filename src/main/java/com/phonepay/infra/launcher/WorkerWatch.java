package com.phonepay.infra.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.supervisor.StatusReport;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Waits until the workers have handled a payment, and tells which did it where. */
final class WorkerWatch {

    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private final Layout layout;
    private final StatusReport report;
    private final Map<String, String> handled = new TreeMap<>();

    WorkerWatch(Layout layout, StatusReport report) {
        this.layout = layout;
        this.report = report;
    }

    /** The nodes that handled the transaction, by the names of the workers; workers that have not are left out. */
    Map<String, String> handled(String transactionId) {
        Await.until(() -> allHandled(transactionId), PATIENCE);
        return handled;
    }

    private boolean allHandled(String transactionId) {
        var workers = new TreeSet<String>();
        for (int number = 1; number <= report.nodes().size(); number++) {
            var node = report.nodes().get(number - 1).name();
            workers(number).properties().forEach(worker -> {
                workers.add(worker.getKey());
                for (var transaction : worker.getValue()) {
                    if (transaction.asText().equals(transactionId)) {
                        handled.put(worker.getKey(), node);
                    }
                }
            });
        }
        return !workers.isEmpty() && handled.keySet().containsAll(workers);
    }

    private JsonNode workers(int node) {
        try {
            return new ApiClient(Https.off(), layout.managementPort(node))
                    .get("/phonepay/status", "")
                    .body()
                    .path("workers");
        } catch (IOException notNow) {
            return JsonNodeFactory.instance.objectNode();
        }
    }
}
