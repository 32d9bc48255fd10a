package com.phonepay.infra.supervisor;

import com.phonepay.infra.Layout;
import com.phonepay.infra.process.JvmOptions;
import com.phonepay.infra.server.EmbeddedServers;
import com.phonepay.infra.tls.DevelopmentCertificates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The command line and the environment of one node's process. */
final class NodeCommand {

    static final String ROLES = "gateway,payment,worker";

    private final Layout layout;
    private final ClusterPlan plan;
    private final Path tokenKeyFile;
    private final String bootstrapToken;
    private final String supervisorToken;

    NodeCommand(Layout layout, ClusterPlan plan, String supervisorToken) throws IOException {
        var secrets = new Secrets(layout);
        this.layout = layout;
        this.plan = plan;
        this.tokenKeyFile = secrets.tokenKeyFile();
        this.bootstrapToken = secrets.bootstrapToken();
        this.supervisorToken = supervisorToken;
    }

    /** @param flags for its JVM, besides those that every node has */
    ProcessBuilder of(int node, List<String> flags) throws IOException {
        var command = new ArrayList<String>();
        command.add(JvmOptions.java());
        command.add(Leftovers.mark(layout));
        command.add("-Dprocess.of.node=" + name(node));
        command.addAll(JvmOptions.read(layout.project().resolve("src/main/infra/node/jvm.options")));
        command.addAll(flags);
        command.add("-cp");
        command.add(plan.classpath());
        command.add(plan.mainClass());
        var builder = new ProcessBuilder(command).directory(layout.project().toFile());
        builder.environment().putAll(environment(node));
        builder.environment().putAll(tls());
        for (var server : EmbeddedServers.all(layout)) {
            builder.environment().put(server.variable(), plan.address(server));
        }
        return builder;
    }

    static String name(int node) {
        return "node-" + node;
    }

    private Map<String, String> environment(int node) {
        return Map.ofEntries(
                Map.entry("PHONEPAY_NODE", Integer.toString(node)),
                Map.entry("PHONEPAY_ROLES", ROLES),
                Map.entry("PHONEPAY_HOST", "127.0.0.1"),
                Map.entry("PHONEPAY_HTTP_PORT", Integer.toString(layout.httpPort(node))),
                Map.entry("PHONEPAY_GATEWAY_PORT", Integer.toString(layout.gatewayPort(node))),
                Map.entry("PHONEPAY_MANAGEMENT_PORT", Integer.toString(layout.managementPort(node))),
                Map.entry("PHONEPAY_ARTERY_PORT", Integer.toString(layout.arteryPort(node))),
                Map.entry("PHONEPAY_CONTACT_POINTS", contactPoints()),
                Map.entry("PHONEPAY_CONTACT_POINT_NR", Integer.toString(plan.nodes())),
                Map.entry("PHONEPAY_MIN_MEMBERS", Integer.toString(plan.minMembers())),
                Map.entry(
                        "PHONEPAY_CONSOLE_DIR",
                        layout.project().resolve("frontend/dist").toString()),
                Map.entry(
                        "PHONEPAY_DEMO_LOGINS",
                        layout.secrets().resolve("demo-logins.json").toString()),
                Map.entry("PHONEPAY_DRILLS", Boolean.toString(plan.drills())),
                Map.entry("PHONEPAY_SUPERVISOR_SOCKET", layout.controlSocket().toString()),
                Map.entry("PHONEPAY_MODE", "development"),
                Map.entry("PHONEPAY_PROFILE", plan.profile()),
                Map.entry("PHONEPAY_LAKE", lake()),
                // Payments come first: the jobs get what they leave.
                Map.entry(
                        "PHONEPAY_ANALYTICS_COMMAND",
                        "nice,-n,10," + layout.project().resolve("hadoop-jobs/jobs.sh")),
                Map.entry("PHONEPAY_JWT_KEY_FILE", tokenKeyFile.toString()),
                Map.entry("PHONEPAY_BOOTSTRAP_TOKEN", bootstrapToken),
                Map.entry("PHONEPAY_ADMIN_EMAILS", "admin@phonepay.example"),
                Map.entry(
                        "PHONEPAY_MAIL_FILE",
                        layout.data().resolve("mail-" + node + ".txt").toString()),
                Map.entry("PHONEPAY_SUPERVISOR_TOKEN", supervisorToken));
    }

    /** Where somebody said so, elsewhere: on HDFS, say. */
    private String lake() {
        return System.getenv().getOrDefault("PHONEPAY_LAKE", layout.lake().toString());
    }

    private Map<String, String> tls() {
        var certificates = new DevelopmentCertificates(layout);
        return !plan.tls()
                ? Map.of()
                : Map.of(
                        "PHONEPAY_HTTP_TLS", "on",
                        "PHONEPAY_CLUSTER_TLS", "on",
                        "PHONEPAY_TLS_CERTIFICATE", certificates.certificate().toString(),
                        "PHONEPAY_TLS_KEY", certificates.key().toString(),
                        "PHONEPAY_TLS_AUTHORITY", certificates.authority().toString());
    }

    private String contactPoints() {
        return plan.numbers().stream()
                .map(node -> "127.0.0.1:" + layout.managementPort(node))
                .collect(Collectors.joining(","));
    }
}
