package com.phonepay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What can be said of {@code docker/} without running it: names that exist, versions that stay, doors that are shut. */
final class ContainersTest {
    private static final Path FOLDER = Path.of("docker");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\?(PHONEPAY_[A-Z_]+)\\}|\\$\\{(PHONEPAY_[A-Z_]+)");
    private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)");
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:\\d+\\.\\d+[A-Za-z0-9._-]*");

    @Test
    void setsOnlyVariablesThatTheApplicationReads() throws IOException {
        Set<String> read = variablesOfTheApplication();
        assertThat(read).contains("PHONEPAY_NODE", "PHONEPAY_LOG_FORMAT");
        for (int node = 1; node <= 3; node++) {
            assertThat(read).containsAll(environment("node" + node).keySet());
        }
    }

    @Test
    void givesTheNodesDifferentNumbersAndTheSameCluster() throws IOException {
        Set<String> numbers = new HashSet<>();
        for (int node = 1; node <= 3; node++) {
            Map<String, String> environment = environment("node" + node);
            numbers.add(environment.getOrDefault("PHONEPAY_NODE", ""));
            assertThat(environment).containsEntry("PHONEPAY_HOST", "node" + node);
            assertThat(environment.getOrDefault("PHONEPAY_CONTACT_POINTS", "")).contains("node" + node + ":8558");
        }
        assertThat(numbers).containsExactlyInAnyOrder("1", "2", "3");
    }

    /** A node writes nowhere else: the rest of its file system belongs to root. */
    @Test
    void tellsTheNodesWhereTheyMayWrite() throws IOException {
        for (int node = 1; node <= 3; node++) {
            Map<String, String> environment = environment("node" + node);
            for (String name : List.of("PHONEPAY_JWT_KEY_FILE", "PHONEPAY_MAIL_FILE", "PHONEPAY_LAKE")) {
                assertThat(environment.getOrDefault(name, "")).as(name).startsWith("/var/lib/phonepay/");
            }
            assertThat(environment.getOrDefault("PHONEPAY_MAIL_FILE", "")).contains("-" + node);
            assertThat(Files.readString(FOLDER.resolve("Dockerfile")))
                    .contains(environment.getOrDefault("PHONEPAY_CONSOLE_DIR", "unset"));
        }
    }

    @Test
    void opensPortsOnThisMachineAloneAndEachOnce() throws IOException {
        List<String> ports = new ArrayList<>();
        for (JsonNode service : services().values()) {
            service.path("ports").forEach(port -> ports.add(port.asText()));
        }
        assertThat(ports).hasSizeGreaterThan(5).allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(ports.stream().map(port -> port.split(":", -1)[1])).doesNotHaveDuplicates();
    }

    @Test
    void pinsEveryVersion() throws IOException {
        List<String> images = new ArrayList<>();
        for (JsonNode service : services().values()) {
            if (!service.has("build")) {
                images.add(service.path("image").asText());
            }
        }
        for (Path file : List.of(FOLDER.resolve("Dockerfile"), FOLDER.resolve("hadoop/Dockerfile"))) {
            Matcher from = FROM.matcher(Files.readString(file));
            while (from.find()) {
                images.add(from.group(1));
            }
        }
        assertThat(images).hasSize(9).allMatch(image -> PINNED.matcher(image).matches());
    }

    @Test
    void knowsWhenAServerIsWellAndStartsInOrder() throws IOException {
        String node = Files.readString(FOLDER.resolve("Dockerfile"));
        assertThat(node).contains("HEALTHCHECK", "ENTRYPOINT [\"java\"", "USER 1");
        Map<String, JsonNode> services = services();
        for (Map.Entry<String, JsonNode> service : services.entrySet()) {
            boolean isNode =
                    service.getKey().startsWith("node") && !service.getKey().equals("nodemanager");
            assertThat(service.getValue().has("healthcheck") || isNode)
                    .as(service.getKey())
                    .isTrue();
            for (Map.Entry<String, JsonNode> needed :
                    service.getValue().path("depends_on").properties()) {
                assertThat(services).containsKey(needed.getKey());
                assertThat(needed.getValue().path("condition").asText()).isEqualTo("service_healthy");
            }
        }
    }

    private static Set<String> variablesOfTheApplication() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher variable = VARIABLE.matcher(Files.readString(file));
                while (variable.find()) {
                    read.add(variable.group(1) == null ? variable.group(2) : variable.group(1));
                }
            }
        }
        return read;
    }

    private static Map<String, String> environment(String service) throws IOException {
        Map<String, String> environment = new TreeMap<>();
        JsonNode node =
                services().getOrDefault(service, MissingNode.getInstance()).path("environment");
        node.properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        return environment;
    }

    private static Map<String, JsonNode> services() throws IOException {
        // Not Jackson's YAML, which leaves aliases and merges to its caller.
        Object yaml = new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        JsonNode compose = new ObjectMapper().valueToTree(yaml);
        Map<String, JsonNode> services = new TreeMap<>();
        compose.path("services").properties().forEach(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }
}
