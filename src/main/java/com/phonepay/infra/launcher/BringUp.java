package com.phonepay.infra.launcher;

import com.phonepay.infra.JsonFiles;
import com.phonepay.infra.Layout;
import com.phonepay.infra.process.Await;
import com.phonepay.infra.server.EmbeddedServer;
import com.phonepay.infra.server.EmbeddedServers;
import com.phonepay.infra.supervisor.ClusterPlan;
import com.phonepay.infra.supervisor.ControlClient;
import com.phonepay.infra.supervisor.Leftovers;
import com.phonepay.infra.supervisor.StatusReport;
import com.phonepay.infra.supervisor.StatusReport.NodeStatus;
import com.phonepay.infra.tls.DevelopmentCertificates;
import com.phonepay.infra.tls.Https;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Brings a cluster from nothing to "every node is ready", step by step, and says where it stands. */
final class BringUp {

    private static final Duration SUPERVISOR_LIMIT = Duration.ofSeconds(30);
    private static final Duration READY_LIMIT = Duration.ofMinutes(3);
    private static final int HOPELESS_RESTARTS = 3;

    private static final int LAST_WORDS = 8;

    private final Layout layout;
    private final Console console;
    private final ControlClient supervisor;

    BringUp(Layout layout, Console console) {
        this.layout = layout;
        this.console = console;
        this.supervisor = new ControlClient(layout);
    }

    /** Checks the machine and starts the supervisor, which starts everything else. */
    void begin(int nodes, String profile, boolean drills, boolean tls) throws IOException {
        endLeftovers();
        var plan = plan(nodes, profile, drills, tls);
        check(plan);
        certify(plan);
        for (var server : plan.embedded(layout)) {
            prepare(server);
        }
        plan.write(layout);
        // The start script talks to a running cluster with the cluster's own classes, whatever is being built now.
        JsonFiles.writeText(layout.run().resolve("classpath"), plan.classpath());
        startSupervisor(plan);
    }

    boolean allReady(StatusReport report) {
        return report.nodes().stream().allMatch(this::isReady);
    }

    void wakeNodesAtRest(StatusReport report) throws IOException {
        for (int number = 1; number <= report.nodes().size(); number++) {
            if (report.nodes().get(number - 1).pid() == null) {
                supervisor.node("start", number);
            }
        }
    }

    /** Waits for each server and then for each node. They all start at the same time. */
    void awaitReady() throws IOException {
        var report = supervisor.status().orElseThrow(this::supervisorGone);
        for (var server : ClusterPlan.read(layout).embedded(layout)) {
            await(server.title(), server.name(), server::isReady);
        }
        for (var node : report.nodes()) {
            await(node.name(), node.name(), () -> isReady(node));
        }
    }

    private void endLeftovers() throws IOException {
        int ended = new Leftovers(layout).end();
        if (ended > 0) {
            console.warn("Ended " + ended + " processes of an earlier run that nobody supervised any more.");
        }
    }

    private ClusterPlan plan(int nodes, String profile, boolean drills, boolean tls) throws IOException {
        var external = EmbeddedServers.external(layout, System::getenv);
        var libraries = Files.readString(layout.project().resolve("target/classpath.txt"))
                .strip();
        var archives = layout.project().resolve("target/infra/archives");
        try {
            return new ClusterPlan(
                    nodes,
                    profile,
                    drills,
                    tls,
                    external,
                    libraries,
                    AppJar.pack(layout).toString(),
                    ClusterPlan.NODE_MAIN,
                    archives.toString());
        } catch (IllegalArgumentException e) {
            throw new Failure(String.valueOf(e.getMessage()), "./phonepay up --nodes 3");
        }
    }

    private void check(ClusterPlan plan) throws IOException {
        var step = console.begin("This machine: Java, ports, memory, disk");
        var findings = new Preflight(layout, plan).findings();
        if (!findings.isEmpty()) {
            step.failed();
            throw new Failure("This machine is not ready:\n  - " + String.join("\n  - ", findings), "./phonepay up");
        }
        step.done("");
    }

    private void certify(ClusterPlan plan) throws IOException {
        var certificates = new DevelopmentCertificates(layout);
        if (plan.tls() && !certificates.areThere()) {
            var step = console.begin("Certificates");
            certificates.make();
            step.done("");
        }
    }

    private void prepare(EmbeddedServer server) throws IOException {
        var step = console.begin(server.title() + "'s libraries");
        server.prepare();
        step.done("");
    }

    private void startSupervisor(ClusterPlan plan) throws IOException {
        var step = console.begin("Supervisor");
        var process = SupervisorProcess.start(layout, plan.classpath());
        boolean answers =
                Await.until(() -> !process.isAlive() || supervisor.status().isPresent(), SUPERVISOR_LIMIT);
        if (!answers || !process.isAlive()) {
            step.failed();
            throw new Failure("The supervisor did not start.", "./phonepay logs supervisor shows why.");
        }
        step.done("process " + process.pid());
    }

    private void await(String what, String name, BooleanSupplier ready) {
        var step = console.begin(what);
        boolean done = Await.until(
                () -> {
                    step.working();
                    return ready.getAsBoolean() || isHopeless(name);
                },
                READY_LIMIT);
        if (!done || !ready.getAsBoolean()) {
            step.failed();
            console.say(Tail.last(layout.log(name), LAST_WORDS));
            throw new Failure(
                    what + " did not get ready.", "./phonepay logs " + name + " shows why; then ./phonepay down.");
        }
        step.done("ready");
    }

    /** A process that died again and again will not get ready by waiting longer. */
    private boolean isHopeless(String name) {
        return supervisor
                .status()
                .map(report -> restarts(report, name) >= HOPELESS_RESTARTS)
                .orElse(true);
    }

    private static int restarts(StatusReport report, String name) {
        for (var node : report.nodes()) {
            if (node.name().equals(name)) {
                return node.restarts();
            }
        }
        return report.infrastructure().stream()
                .filter(server -> server.name().equals(name))
                .mapToInt(StatusReport.ServerStatus::restarts)
                .sum();
    }

    private boolean isReady(NodeStatus node) {
        return new ApiClient(Https.of(layout), node.httpPort()).isReady();
    }

    private Failure supervisorGone() {
        return new Failure("The supervisor ended.", "./phonepay logs supervisor shows why.");
    }
}
