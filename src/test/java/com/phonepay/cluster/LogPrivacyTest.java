package com.phonepay.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What real processes wrote into their logs, searched for what people gave them in confidence. */
@Tag("cluster")
@ExtendWith(RunningCluster.class)
final class LogPrivacyTest {
    private static final String STAMP = Long.toString(System.nanoTime(), 36);
    private static final String PASSWORD = "plantedpassword" + STAMP;
    private static final String WRONG = "plantedwrongword" + STAMP;
    private static final String PHONE = "+919876543210";
    private static final String NOTE = "plantednote" + STAMP;

    /** What no line may hold, whoever it belongs to: a token, a key, an Indian phone number, an e-mail address. */
    private static final Map<String, Pattern> NEVER = Map.of(
            "a token", Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
            "a password's hash", Pattern.compile("\\$argon2"),
            "a phone number", Pattern.compile("(?<![0-9A-Za-z.:_-])(\\+?91[ -]?)?[6-9][0-9]{9}(?![0-9A-Za-z.:_-])"),
            "an e-mail address", Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}"));

    @Test
    void noLogHoldsASecretOrAPersonsData(RunningCluster cluster) throws IOException {
        Map<String, String> planted = provoke(cluster);
        List<String> found = new ArrayList<>();
        int lines = 0;
        for (Path log : logs()) {
            for (String line : new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines++;
                planted.forEach((what, secret) -> {
                    if (line.contains(secret)) {
                        found.add(log.getFileName() + " holds " + what);
                    }
                });
                NEVER.forEach((what, pattern) -> {
                    if (pattern.matcher(line).find()) {
                        found.add(log.getFileName() + " holds " + what + ": " + masked(line));
                    }
                });
            }
        }
        assertThat(lines).as("lines of logs").isGreaterThan(50);
        assertThat(found.stream().distinct().limit(20)).isEmpty();
    }

    /** Good calls and bad ones, of every kind that could make a node talk about them. */
    private static Map<String, String> provoke(RunningCluster cluster) throws IOException {
        Api api = cluster.api(1);
        assertThat(api.register("planted" + STAMP, PASSWORD).status()).isEqualTo(201);
        assertThat(api.register("payee" + STAMP, PASSWORD).status()).isEqualTo(201);
        String token = api.login("planted" + STAMP, PASSWORD);
        api.post("/auth/login", "", Map.of("email", "planted" + STAMP + "@example.com", "password", WRONG));
        api.post("/auth/register", "", Map.of("name", PHONE, "email", "not an address", "password", PASSWORD));
        Api.Response paid = cluster.api(2)
                .post(
                        "/api/payment/initiate",
                        token,
                        Map.of("receiver_id", "payee" + STAMP, "amount", BigDecimal.ONE, "note", NOTE + PHONE),
                        "planted-key-" + STAMP);
        assertThat(paid.status()).as(paid.raw()).isEqualTo(200);
        api.get("/api/wallet/balance", token + "forged");
        api.get("/api/resolve?alias=planted" + STAMP + "@example.com", token);
        Map<String, String> planted = new LinkedHashMap<>(Map.of(
                "the password", PASSWORD,
                "a mistyped password", WRONG,
                "the token", token,
                "the phone number", PHONE.substring(3),
                "the note", NOTE));
        planted.put(
                "the bootstrap token",
                Files.readString(RunningCluster.data().resolve("secrets/bootstrap-token"))
                        .strip());
        return planted;
    }

    private static List<Path> logs() throws IOException {
        try (var files = Files.walk(RunningCluster.data().resolve("logs"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("(node-.*|supervisor.*)\\.log.*"))
                    .toList();
        }
    }

    private static String masked(String line) {
        return line.replaceAll("[A-Za-z0-9_-]{24,}", "…").replaceAll("(?<=.{160}).*", "…");
    }
}
