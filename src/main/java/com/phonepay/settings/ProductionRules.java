package com.phonepay.settings;

import com.typesafe.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a node in production refuses to start with: whatever is fine on a developer's machine and a door left open
 * anywhere else. Each refusal says what to do. A node whose host is loopback may be plain and alone.
 */
final class ProductionRules {
    private static final int SECRET_MIN = 24;
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|localhost|::1|\\[::1]");
    private static final Pattern RESERVED = Pattern.compile(".*(@|\\.)(example|test|invalid|localhost|example\\.\\w+)");
    private static final Pattern DEVELOPMENT_KEY = Pattern.compile("\"kid\"\\s*:\\s*\"development-");

    /** Where data lives that must outlive a machine. */
    private static final Map<String, String> SERVERS = Map.of(
            "phonepay.cassandra.contact-points", "PHONEPAY_CASSANDRA_CONTACT_POINTS",
            "phonepay.kafka.bootstrap-servers", "PHONEPAY_KAFKA_BOOTSTRAP_SERVERS",
            "phonepay.mongo.uri", "PHONEPAY_MONGO_URI");

    private final SettingsReader in;
    private final boolean alone;

    private ProductionRules(SettingsReader in, boolean alone) {
        this.in = in;
        this.alone = alone;
    }

    static void check(
            SettingsReader in,
            NodeSettings node,
            StoreSettings store,
            SecretSettings secrets,
            TlsSettings tls,
            Config config) {
        if (node.mode().equals("production")) {
            ProductionRules rules =
                    new ProductionRules(in, LOOPBACK.matcher(node.host()).matches());
            rules.secrets(secrets);
            rules.nothingOfDevelopment(node, secrets, config);
            rules.traffic(tls);
            rules.servers(store, config);
        }
    }

    private void secrets(SecretSettings secrets) {
        String file = secrets.jwtKeyFile();
        if (file.isBlank()) {
            in.error("PHONEPAY_JWT_KEY_FILE is not set: in production it must name the file of the P-256 key (JWK) that"
                    + " tokens are signed with, the same on every node");
        } else {
            keyFile("PHONEPAY_JWT_KEY_FILE", Path.of(file));
        }
        int length = secrets.bootstrapToken().length();
        in.check(
                length == 0 || length >= SECRET_MIN,
                "PHONEPAY_BOOTSTRAP_TOKEN has " + length + " characters and can be guessed: make one of at least "
                        + SECRET_MIN
                        + " (openssl rand -base64 32), or unset it once the administrators are registered");
        for (String email : secrets.adminEmails()) {
            in.check(
                    !RESERVED.matcher(email).matches(),
                    "PHONEPAY_ADMIN_EMAILS names an address of a reserved domain, as the demo accounts have: name real"
                            + " administrators");
        }
    }

    private void keyFile(String variable, Path file) {
        try {
            in.check(
                    !DEVELOPMENT_KEY.matcher(Files.readString(file)).find(),
                    variable + " names a key that a development cluster made for itself: make one for production");
            in.check(
                    isPrivate(file), variable + " names a file that others than its owner may read: chmod 600 " + file);
        } catch (IOException e) {
            in.error(variable + " is '" + file + "', which can not be read: "
                    + e.getClass().getSimpleName());
        }
    }

    private static boolean isPrivate(Path file) throws IOException {
        Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
        return allowed.stream()
                .noneMatch(List.of(
                        PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_READ,
                        PosixFilePermission.OTHERS_WRITE)::contains);
    }

    private void nothingOfDevelopment(NodeSettings node, SecretSettings secrets, Config config) {
        in.check(
                secrets.supervisorToken().isEmpty()
                        && text(config, "phonepay.drills.supervisor-socket").isEmpty(),
                "a supervisor is set, which rules development clusters: unset PHONEPAY_SUPERVISOR_TOKEN and"
                        + " PHONEPAY_SUPERVISOR_SOCKET");
        in.check(
                text(config, "phonepay.gateway.demo-logins").isEmpty(),
                "PHONEPAY_DEMO_LOGINS offers demo accounts at the console's sign-in: unset it");
        in.check(
                !node.profile().equals("load"),
                "the profile load lifts the limits of people: set PHONEPAY_PROFILE=default");
        in.check(
                !node.isWorker()
                        || !text(config, "phonepay.workers.mail.smtp-host").isEmpty(),
                "mails would be written to a file, in plain: set PHONEPAY_SMTP_HOST");
        in.check(
                text(config, "phonepay.workers.mail.smtp-user").isEmpty()
                        || !text(config, "phonepay.workers.mail.smtp-encryption")
                                .equals("OFFERED"),
                "the mail server's password could travel in plain: set PHONEPAY_SMTP_ENCRYPTION=REQUIRED, or IMPLICIT");
    }

    private void traffic(TlsSettings tls) {
        if (alone || tls.trusted()) {
            return;
        }
        String otherwise = ", or PHONEPAY_PLAIN_NETWORK=trusted where something else encrypts it";
        in.check(
                tls.cluster(),
                "the nodes would speak to each other in plain: set PHONEPAY_CLUSTER_TLS=on and the files of PHONEPAY_TLS_*"
                        + otherwise);
        in.check(
                tls.http(),
                "people's passwords would travel in plain: set PHONEPAY_HTTP_TLS=on and the files of PHONEPAY_TLS_*"
                        + otherwise);
    }

    private void servers(StoreSettings store, Config config) {
        if (alone) {
            return;
        }
        SERVERS.forEach((path, variable) -> in.check(
                !text(config, path).matches("(.*[/@,])?(127\\.|localhost).*"),
                path + " is on this machine, where development's embedded servers listen: set " + variable
                        + " to a cluster of its own"));
        in.check(
                store.replicationFactor() >= 3,
                "PHONEPAY_CASSANDRA_REPLICATION_FACTOR is " + store.replicationFactor()
                        + ": what is acknowledged must outlive a machine, so set at least 3");
    }

    private static String text(Config config, String path) {
        return config.hasPath(path) ? config.getString(path) : "";
    }
}
