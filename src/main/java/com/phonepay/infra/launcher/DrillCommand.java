package com.phonepay.infra.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.phonepay.infra.Layout;
import com.phonepay.infra.drill.DrillKind;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.supervisor.ControlClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./phonepay drill KIND}. */
@Command(
        name = "drill",
        description = "Breaks something in the running cluster, under load, and measures what it costs.")
final class DrillCommand implements Callable<Integer> {

    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Layout layout = Layout.fromEnvironment();

    @Parameters(
            paramLabel = "KIND",
            description = "kill-coordinator, kill-backup, stop-node, pause-node, partition, lag or journal-outage.")
    private String kind = "";

    @Option(names = "--node", paramLabel = "N", description = "The node it hits; chosen by default.")
    private int node;

    @Option(names = "--seconds", defaultValue = "10", description = "How long the fault lasts (default: 10).")
    private int seconds;

    @Option(names = "--load", defaultValue = "20", description = "Payments a second (default: 20).")
    private int load;

    @Option(names = "--lag-ms", defaultValue = "500", description = "For the kind lag (default: 500).")
    private int lagMs;

    @Option(names = "--json", description = "Prints the report as JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (DrillKind.of(kind).isEmpty()) {
            var known = Arrays.stream(DrillKind.values()).map(DrillKind::label).collect(Collectors.joining(", "));
            throw new Failure("There is no drill " + kind + ".", "There are: " + known);
        }
        var first = begin();
        if (!json) {
            System.out.println("Customers log in and pay; then comes the fault.");
        }
        var report = follow(first.path("drill_id").asText());
        if (json) {
            System.out.println(report);
        } else {
            summary(report);
        }
        return report.path("status").asText().equals("REVERTED") ? 0 : Failure.FAILED;
    }

    private JsonNode begin() {
        Map<String, Object> order =
                new HashMap<>(Map.of("kind", kind, "node", node, "seconds", seconds, "load", load, "lag_ms", lagMs));
        try {
            var answer = new ControlClient(layout).drill(order);
            if (answer.has("code")) {
                throw new Failure(answer.path("why").asText(), "./phonepay status shows the cluster.");
            }
            return answer;
        } catch (ControlClient.RefusedOrder e) {
            throw new Failure(String.valueOf(e.getMessage()), "./phonepay logs supervisor shows more.");
        } catch (IOException nobody) {
            throw Failure.notRunning();
        }
    }

    /** Prints each step as it comes, until there is a result. */
    private JsonNode follow(String drillId) throws IOException {
        JsonNode[] report = new JsonNode[1];
        int[] printed = {0};
        boolean ended = Await.until(
                () -> {
                    report[0] = report(drillId);
                    for (; !json && printed[0] < report[0].path("timeline").size(); printed[0]++) {
                        print(report[0].path("timeline").path(printed[0]));
                    }
                    return !report[0].path("status").asText("RUNNING").equals("RUNNING");
                },
                LIMIT);
        if (!ended) {
            throw new Failure("The drill did not end.", "./phonepay logs supervisor shows why.");
        }
        return report[0];
    }

    private JsonNode report(String drillId) {
        try {
            for (JsonNode report : new ControlClient(layout).drills().path("data")) {
                if (report.path("drill_id").asText().equals(drillId)) {
                    return report;
                }
            }
        } catch (IOException e) {
            throw Failure.notRunning();
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static void print(JsonNode step) {
        System.out.printf(
                "  %+8.2f s  %-13s %s%n",
                step.path("after_ms").asLong() / 1000.0,
                step.path("what").asText(),
                step.path("detail").asText());
    }

    private static void summary(JsonNode report) {
        System.out.println();
        report.path("measured")
                .properties()
                .forEach(each -> System.out.printf(
                        "  %-30s %8.2f s%n",
                        each.getKey().replace("_ms", ""), each.getValue().asLong() / 1000.0));
        report.path("payments")
                .properties()
                .forEach(each -> System.out.printf(
                        "  %-30s %8d%n", each.getKey(), each.getValue().asInt()));
        System.out.printf("  sum before %s, after %s%n", report.path("sum_before"), report.path("sum_after"));
        System.out.println("  " + report.path("status").asText()
                + (report.path("reason").isTextual()
                        ? ": " + report.path("reason").asText()
                        : "; kept as " + report.path("drill_id").asText()));
    }
}
