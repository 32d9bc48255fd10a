package com.phonepay.infra.supervisor;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.drill.ClusterEye;
import com.phonepay.infra.drill.Crowd;
import com.phonepay.infra.drill.DrillKind;
import com.phonepay.infra.drill.DrillReport;
import com.phonepay.infra.drill.DrillRun;
import com.phonepay.infra.drill.Teller;
import com.phonepay.infra.tls.Https;
import com.phonepay.kernel.Slices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders for drills, one at a time, and keeps their reports in {@code drills} beside the data. */
final class DrillDesk {
    private static final Logger LOG = LoggerFactory.getLogger(DrillDesk.class);
    private static final int LISTED = 50;
    private static final int SLICES = 8;
    private static final int CUSTOMERS_PER_SLICE = 2;

    private final Layout layout;
    private final ClusterPlan plan;
    private final FleetMachinery machinery;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        var made = new Thread(task, "drill");
        made.setDaemon(true);
        return made;
    });
    private @Nullable DrillRun running;

    DrillDesk(Layout layout, ClusterPlan plan, Fleet fleet) {
        this.layout = layout;
        this.plan = plan;
        this.machinery = new FleetMachinery(layout, plan, fleet);
    }

    /**
     * Begins a drill. Answered at once with its first report, in which nothing has happened yet. What comes over the API is refused unless drills are
     * enabled; what comes from a person at the socket may always.
     */
    synchronized CompletableFuture<?> begin(JsonNode request) {
        if (request.path("api").asBoolean() && !plan.drills()) {
            return refused("drills_disabled", "Drills over the API are off; start with ./phonepay up --drills");
        }
        if (running != null) {
            return refused("drill_running", "Another drill runs: " + running.id());
        }
        var kind = DrillKind.of(request.path("kind").asText());
        if (kind.isEmpty()) {
            return refused(
                    "invalid_field",
                    "Unknown kind of drill: " + request.path("kind").asText());
        }
        int node = request.path("node").asInt(0);
        if (node != 0 && !plan.numbers().contains(node)) {
            return refused("node_not_found", "There is no node " + node);
        }
        var order = new DrillRun.Order(
                kind.get(),
                node,
                bounded(request, "seconds", 10, 60),
                bounded(request, "lag_ms", 500, 5000),
                bounded(request, "load", 20, 200));
        return begin(order);
    }

    private CompletableFuture<?> begin(DrillRun.Order order) {
        var teller = new Teller(
                Https.of(layout, plan),
                plan.numbers().stream().mapToInt(layout::httpPort).toArray());
        var run = new DrillRun(
                order,
                machinery,
                new ClusterEye(layout, plan.numbers(), SLICES),
                teller,
                () -> Crowd.gather(
                        teller,
                        layout.secrets().resolve("drill-customers.json"),
                        new Slices(SLICES),
                        CUSTOMERS_PER_SLICE),
                this::keep);
        running = run;
        DrillReport first = run.begin();
        thread.execute(() -> {
            try {
                run.run();
            } finally {
                ended();
            }
        });
        return CompletableFuture.completedFuture(JsonFiles.JSON.valueToTree(first));
    }

    private synchronized void ended() {
        running = null;
    }

    private synchronized void keep(DrillReport report) {
        try {
            JsonFiles.write(directory().resolve(report.drillId() + ".json"), report);
        } catch (IOException e) {
            LOG.error("the report of {} could not be kept", report.drillId(), e);
        }
    }

    /** All reports, the newest first. */
    synchronized CompletableFuture<?> list() {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("enabled", plan.drills());
        answer.put("running", running == null ? null : running.id());
        answer.put("data", reports());
        return CompletableFuture.completedFuture(answer);
    }

    private List<JsonNode> reports() {
        List<JsonNode> reports = new ArrayList<>();
        if (Files.isDirectory(directory())) {
            try (var files = Files.list(directory())) {
                for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                        .sorted(Comparator.reverseOrder())
                        .limit(LISTED)
                        .toList()) {
                    reports.add(JsonFiles.JSON.readTree(file.toFile()));
                }
            } catch (IOException e) {
                LOG.error("the reports of drills can not be read", e);
            }
        }
        return reports;
    }

    /** A single fault, or its end, for whoever breaks things by hand. Never over the API: nodes do not ask for it. */
    CompletableFuture<Void> fault(JsonNode request) {
        var process = request.path("process").asText();
        int node = process.startsWith("node-") ? Integer.parseInt(process.substring("node-".length())) : 0;
        return switch (request.path("what").asText()) {
            case "pause" -> machinery.pauseServer(process);
            case "resume" -> machinery.resumeServer(process);
            case "cut" -> machinery.cutOff(node, true);
            case "mend" -> machinery.cutOff(node, false);
            case "heal" -> reset().thenApply(healed -> null);
            default -> CompletableFuture.failedFuture(new IllegalArgumentException("unknown fault: " + request));
        };
    }

    /** Ends the drill that runs, starts every node, and heals everything that a drill can do. */
    synchronized CompletableFuture<?> reset() {
        var ended = running;
        if (ended != null) {
            ended.end();
        }
        List<CompletableFuture<Void>> healing = new ArrayList<>();
        for (int node : plan.numbers()) {
            healing.add(machinery.resume(node));
            healing.add(machinery.cutOff(node, false));
            healing.add(machinery.lag(node, 0));
            healing.add(machinery.start(node));
        }
        healing.add(machinery.resumeServer("cassandra"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", "REVERTED");
        answer.put("drill_id", ended == null ? null : ended.id());
        return CompletableFuture.allOf(healing.toArray(CompletableFuture<?>[]::new))
                .thenApply(healed -> answer);
    }

    private Path directory() {
        return layout.data().resolve("drills");
    }

    private static int bounded(JsonNode request, String field, int usual, int most) {
        return Math.max(1, Math.min(most, request.path(field).asInt(usual)));
    }

    private static CompletableFuture<?> refused(String code, String why) {
        return CompletableFuture.completedFuture(Map.of("code", code, "why", why));
    }
}
