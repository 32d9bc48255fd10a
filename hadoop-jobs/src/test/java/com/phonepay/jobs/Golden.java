package com.phonepay.jobs;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A small lake that was written by hand, and the answers to it, worked out by hand too. */
final class Golden {
    /** So few payments that the usual measures would find nobody known. */
    static final String[] BASELINE = {"--day", "2026-03-03", "--history", "3", "--deviations", "0.1"};

    private Golden() {}

    static Path lake() {
        return resource("/lake");
    }

    static Path statement() {
        return resource("/statement.csv");
    }

    static List<String> answer(String job) throws IOException {
        return Files.readAllLines(resource("/golden/" + job + ".jsonl"));
    }

    /** Lets {@code src/test/resources} win over the schemas of the same folder name. */
    private static Path resource(String name) {
        try {
            Path classes = Path.of(
                    Objects.requireNonNull(Golden.class.getResource("/golden")).toURI());
            return Objects.requireNonNull(classes.getParent()).resolve(name.substring(1));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
