package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The causal log of three real nodes: causes before effects, through the gateway, and after a node's death. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class CausalOrderTest {
    private static final String PASSWORD = "a long enough password";
    private static final int PAYMENTS = 30;
    private static final int VICTIM = 2;

    /** One step as {@code GET /admin/logs} shows it. */
    private record Seen(
            long lamport,
            String node,
            String service,
            String step,
            String event,
            String from,
            String to,
            String detail) {
        boolean is(String name, String what) {
            return step.equals(name) && event.equals(what);
        }

        /** Whether that is the sending of what came here. */
        boolean isSentAs(Seen other) {
            return other.event.equals("SENT")
                    && other.step.equals(step)
                    && other.from.equals(from)
                    && other.to.equals(to)
                    && other.detail.equals(detail);
        }
    }

    @Test
    void showsEveryMessageAfterItsSendingAndOutlivesTheNodeThatSentIt(RunningCluster cluster) {
        String admin = cluster.admin();
        List<String> payments = pay(cluster);
        Set<String> nodes = new TreeSet<>();
        Set<String> crossed = new TreeSet<>();
        for (String payment : payments) {
            List<Seen> steps = complete(cluster, admin, payment);
            check(steps, crossed);
            steps.forEach(step -> nodes.add(step.node()));
        }
        assertThat(nodes).containsExactly("node-1", "node-2", "node-3");
        assertThat(crossed).as("messages between nodes").hasSizeGreaterThanOrEqualTo(4);
        afterADeath(cluster, admin, payments);
    }

    /** Payments through all three gateways, by customers of several slices. */
    private static List<String> pay(RunningCluster cluster) {
        String stamp = Long.toString(System.nanoTime(), 36);
        List<String> payments = new ArrayList<>();
        for (String person : List.of("one", "two", "three")) {
            assertThat(cluster.api(1).register(person + stamp, PASSWORD).status())
                    .isEqualTo(201);
        }
        List<String> tokens = List.of("one", "two", "three").stream()
                .map(person -> cluster.api(1).login(person + stamp, PASSWORD))
                .toList();
        List<String> payees = List.of("two", "three", "one");
        for (int number = 0; number < PAYMENTS; number++) {
            int who = number % 3;
            Api.Response paid = gateway(1 + number / 3 % 3)
                    .pay(tokens.get(who), payees.get(who) + stamp, BigDecimal.ONE, "causal-" + stamp + number);
            assertThat(paid.text("status")).as(paid.raw()).isEqualTo("SUCCESS");
            payments.add(paid.text("transaction_id"));
        }
        return payments;
    }

    private static void check(List<Seen> steps, Set<String> crossed) {
        for (Seen received : only(steps, step -> step.event().equals("RECEIVED"))) {
            List<Seen> sent = only(steps, received::isSentAs);
            assertThat(sent).as("the sending of %s among %s", received, steps).isNotEmpty();
            // What is sent again is one message with several sendings; one of them is what came.
            assertThat(sent).anyMatch(sending -> sending.lamport() < received.lamport());
            sent.stream()
                    .filter(sending -> !sending.node().equals(received.node()))
                    .forEach(sending -> crossed.add(sending.node() + ">" + received.node()));
        }
        assertThat(steps.get(0).is("FORWARD", "SENT")).as("%s", steps.get(0)).isTrue();
        long decided =
                only(steps, step -> step.step().equals("DECISION")).get(0).lamport();
        for (String vote : List.of("payer yes", "payee yes", "fraud yes")) {
            assertThat(only(
                            steps,
                            step -> step.is("VOTE", "RECEIVED") && step.detail().equals(vote)))
                    .anyMatch(heard -> heard.lamport() < decided);
        }
        assertThat(only(steps, step -> List.of("CAPTURE", "CREDIT", "CAPTURED", "CREDITED")
                        .contains(step.step())))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(order -> order.lamport() > decided);
    }

    private static void afterADeath(RunningCluster cluster, String admin, List<String> payments) {
        List<String> touched = payments.stream()
                .filter(payment -> !only(complete(cluster, admin, payment), step -> step.node()
                                .equals("node-2"))
                        .isEmpty())
                .toList();
        assertThat(touched).isNotEmpty();
        String last = touched.get(touched.size() - 1);
        List<Seen> before = logs(cluster, admin, last);
        long end = before.get(before.size() - 1).lamport();
        cluster.kill(VICTIM);
        try {
            List<Seen> after = Eventually.get(() -> logs(cluster, admin, last), found -> !found.isEmpty());
            assertThat(only(after, step -> !step.node().equals("node-2")))
                    .containsExactlyElementsOf(only(before, step -> !step.node().equals("node-2")));
            assertThat(only(after, step -> step.node().equals("node-2"))).isNotEmpty();
            assertThat(Eventually.get(() -> newest(cluster, admin), found -> found.stream()
                            .anyMatch(step -> step.step().equals("SLICE_MOVED") && step.lamport() > end)))
                    .isNotEmpty();
        } finally {
            cluster.start(VICTIM);
            Eventually.get(cluster::nodes, nodes -> nodes.stream()
                    .allMatch(node -> node.state().equals("Up")));
        }
    }

    /** With the copies of its steps already made, which takes two rounds of a quarter of a second. */
    private static List<Seen> complete(RunningCluster cluster, String admin, String payment) {
        return Eventually.get(
                () -> logs(cluster, admin, payment),
                steps -> steps.stream().anyMatch(step -> step.step().equals("COMPLETED"))
                        && steps.stream()
                                .anyMatch(step -> step.service().equals("gateway")
                                        && step.step().equals("ANSWER"))
                        && steps.stream()
                                        .filter(step -> step.step().equals("APPLIED"))
                                        .count()
                                >= 4);
    }

    private static List<Seen> logs(RunningCluster cluster, String admin, String payment) {
        return seen(cluster.api(1).get("/admin/logs?limit=500&transaction_id=" + payment, admin));
    }

    private static List<Seen> newest(RunningCluster cluster, String admin) {
        return seen(cluster.api(1).get("/admin/logs?limit=500", admin));
    }

    private static List<Seen> seen(Api.Response response) {
        List<Seen> seen = new ArrayList<>();
        for (JsonNode step : response.body().path("data")) {
            seen.add(new Seen(
                    step.path("lamport").asLong(),
                    step.path("node").asText(),
                    step.path("service").asText(),
                    step.path("step").asText(),
                    step.path("event").asText(),
                    step.path("from").asText(),
                    step.path("to").asText(),
                    step.path("detail").asText()));
        }
        return seen;
    }

    private static List<Seen> only(List<Seen> steps, Predicate<Seen> wanted) {
        return steps.stream().filter(wanted).toList();
    }

    private static Api gateway(int node) {
        return new Api(5000 + 10 * (node - 1) + RunningCluster.PORT_OFFSET);
    }
}
