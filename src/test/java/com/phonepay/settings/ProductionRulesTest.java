package com.phonepay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A node in production that would start, and every single change that it refuses, with what to do about it. */
final class ProductionRulesTest {
    private static final String PRODUCTION =
            """
            phonepay {
              mode = production
              node.host = "10.1.2.3"
              cassandra { contact-points = "10.1.3.1:9042", replication-factor = 3 }
              kafka.bootstrap-servers = "10.1.4.1:9092"
              mongo.uri = "mongodb://10.1.5.1:27017"
              settlement.bank = none
              workers.mail.smtp-host = "10.1.6.1"
              secrets { jwt-key-file = "%1$s/good.json", admin-emails = "ops@phonepay.in" }
              tls { http = on, cluster = on, certificate = "%1$s/good.json", key = "%1$s/good.json", authority = "%1$s/good.json" }
            }
            """;

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        file("good.json", "rw-------", "{\"kid\":\"2026-11\"}");
        file("open.json", "rw-r--r--", "{\"kid\":\"2026-11\"}");
        file("development.json", "rw-------", "{\"kid\":\"development-1\"}");
    }

    private static void file(String name, String permissions, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                arguments("secrets.jwt-key-file = \"\"", "PHONEPAY_JWT_KEY_FILE is not set"),
                arguments("secrets.jwt-key-file = \"%s/none.json\"", "none.json', which can not be read"),
                arguments("secrets.jwt-key-file = \"%s/open.json\"", "chmod 600"),
                arguments("secrets.jwt-key-file = \"%s/development.json\"", "development cluster made for itself"),
                arguments("secrets.bootstrap-token = letmein", "PHONEPAY_BOOTSTRAP_TOKEN has 7 characters"),
                arguments("secrets.admin-emails = \"admin@phonepay.example\"", "PHONEPAY_ADMIN_EMAILS"),
                arguments("secrets.admin-emails = \"ops@phonepay.in,me@example.com\"", "name real administrators"),
                arguments("secrets.supervisor-token = \"0123456789abcdef0123456789\"", "PHONEPAY_SUPERVISOR_TOKEN"),
                arguments("drills.supervisor-socket = \"/run/control.sock\"", "PHONEPAY_SUPERVISOR_SOCKET"),
                arguments("drills.enabled = true", "set PHONEPAY_DRILLS=false"),
                arguments("gateway.demo-logins = \"logins.json\"", "PHONEPAY_DEMO_LOGINS"),
                arguments("profile = load", "PHONEPAY_PROFILE=default"),
                arguments("settlement.bank = development", "PHONEPAY_BANK=none"),
                arguments("workers.mail.smtp-host = \"\"", "PHONEPAY_SMTP_HOST"),
                arguments("workers.mail.smtp-user = mailer", "PHONEPAY_SMTP_ENCRYPTION=REQUIRED"),
                arguments("tls.cluster = off", "PHONEPAY_CLUSTER_TLS=on"),
                arguments("tls.http = off", "PHONEPAY_HTTP_TLS=on"),
                arguments("tls.certificate = \"%s/none.pem\"", "PHONEPAY_TLS_CERTIFICATE"),
                arguments("tls.key = \"\"", "PHONEPAY_TLS_KEY"),
                arguments("tls.authority = \"%s\"", "PHONEPAY_TLS_AUTHORITY"),
                arguments("cassandra.contact-points = \"127.0.0.1:9042\"", "PHONEPAY_CASSANDRA_CONTACT_POINTS"),
                arguments("kafka.bootstrap-servers = \"localhost:9092\"", "PHONEPAY_KAFKA_BOOTSTRAP_SERVERS"),
                arguments("mongo.uri = \"mongodb://user@127.0.0.1:27017\"", "PHONEPAY_MONGO_URI"),
                arguments("cassandra.replication-factor = 1", "PHONEPAY_CASSANDRA_REPLICATION_FACTOR is 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refuses(String change, String because) {
        BadSettingsException refused =
                catchThrowableOfType(BadSettingsException.class, () -> Settings.read(production(change)));
        assertThat(refused).hasMessageContaining(because).hasMessageContaining("1 error(s)");
        assertThat(refused).hasMessageNotContaining("letmein").hasMessageNotContaining("0123456789abcdef");
    }

    @Test
    void startsWithASoundConfiguration() {
        assertThatCode(() -> Settings.read(production(""))).doesNotThrowAnyException();
    }

    @Test
    void isPlainWhereSomethingElseEncryptsAndOnLoopback() {
        assertThatCode(() -> Settings.read(production("tls { http = off, cluster = off, plain-network = trusted }")))
                .doesNotThrowAnyException();
        assertThatCode(
                        () -> Settings.read(
                                production(
                                        "node.host = \"127.0.0.1\", tls { http = off, cluster = off }, cassandra.replication-factor = 1")))
                .doesNotThrowAnyException();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        BadSettingsException refused = catchThrowableOfType(
                BadSettingsException.class,
                () -> Settings.read(production("drills.enabled = true, profile = load, tls.cluster = off")));
        assertThat(refused).hasMessageContaining("3 error(s)");
    }

    @Test
    void letsDevelopmentBe() {
        assertThatCode(() -> Settings.read(read(""))).doesNotThrowAnyException();
    }

    private static Config production(String change) {
        return read("phonepay { " + change.replace("%s", folder.toString()) + " }\n", PRODUCTION.formatted(folder));
    }

    private static Config read(String... first) {
        Config config = ConfigFactory.empty();
        for (String text : first) {
            config = config.withFallback(ConfigFactory.parseString(text));
        }
        return config.withFallback(ConfigFactory.parseResources("application.conf"))
                .withFallback(ConfigFactory.defaultReference())
                .resolve();
    }
}
