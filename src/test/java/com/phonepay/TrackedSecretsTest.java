package com.phonepay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file of the repository holds what looks like a secret. */
final class TrackedSecretsTest {
    // The words are put together here so that this file does not hold them itself.
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE " + "KEY-----\\s*\\n[A-Za-z0-9+/=]{20}"),
            Pattern.compile("\\beyJ" + "[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}"),
            Pattern.compile("\"d\"\\s*:\\s*\"" + "[A-Za-z0-9_-]{40,}\""),
            Pattern.compile("\\bAKIA" + "[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_" + "[A-Za-z0-9]{36}\\b"),
            Pattern.compile("\\bxox[abprs]-" + "[A-Za-z0-9-]{20,}"),
            Pattern.compile("\\$argon2id?\\$v=19\\$" + "[^\\s\"]{20,}"));

    /** Files that hold keys, whatever is in them. */
    private static final Pattern NAMES = Pattern.compile(".*\\.(p12|pfx|jks|keystore|key|pem)|(.*/)?\\.env(\\..*)?");

    private static final int TEXT_MAX_BYTES = 2_000_000;

    @Test
    void holdsNoSecretAndNoFileOfKeys() throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        for (String file : tracked()) {
            if (NAMES.matcher(file).matches()) {
                found.add(file + ": by its name");
            }
            String text = text(Path.of(file));
            SECRETS.stream()
                    .filter(secret -> secret.matcher(text).find())
                    .forEach(secret -> found.add(file + ": " + secret));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void wouldFindOne() {
        String key = "-----BEGIN PRIVATE " + "KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n";
        assertThat(SECRETS.get(0).matcher(key).find()).isTrue();
        assertThat(NAMES.matcher("docker/node.p12").matches()).isTrue();
    }

    private static List<String> tracked() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "ls-files", "-z").start();
        String names = new String(git.getInputStream().readAllBytes(), UTF_8);
        assumeTrue(git.waitFor() == 0, "a source archive without git has nothing that is tracked");
        return List.of(names.split("\0", -1)).stream()
                .filter(name -> !name.isEmpty() && Files.isRegularFile(Path.of(name)))
                .toList();
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > TEXT_MAX_BYTES) {
            return "";
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            return "";
        }
    }
}
