package com.phonepay.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.phonepay.kernel.Rejection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ErrorCodeTest {
    private static final Pattern EMITTED =
            Pattern.compile("(?:Rejection\\s*\\.\\s*of|new\\s+Rejection|return\\s+exceeded)\\(\\s*\"([a-z_]+)\"");

    @Test
    void everyRefusalOfTheSourcesIsInTheCatalogue() throws IOException {
        TreeSet<String> emitted = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher codes = EMITTED.matcher(Files.readString(file));
                codes.results().forEach(code -> emitted.add(code.group(1)));
            }
        }
        assertThat(emitted).contains("insufficient_balance", "limit_first_day", "email_taken", "outcome_unknown");
        assertThat(emitted)
                .allSatisfy(code -> assertThat(ErrorCode.find(code)).as(code).isPresent());
    }

    @Test
    void theContractListsExactlyTheCatalogue() throws IOException {
        List<String> listed = new ArrayList<>();
        new YAMLMapper()
                .readTree(Path.of("docs/openapi.yaml").toFile())
                .at("/components/schemas/ErrorCode/enum")
                .forEach(code -> listed.add(code.asText()));
        assertThat(listed)
                .containsExactlyElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aProblemOfEveryCodeKeepsTheContract(ErrorCode code) {
        Problem problem = Problem.of(code).at("/amount").withFacts(Map.of("limit", "100.00", "used", "7"));
        assertThat(new Contract().checkSchema("Problem", problem.toJson("/x", "req_12345678")))
                .isEmpty();
    }

    @Test
    void aRefusalThatTheCatalogueDoesNotListIsToldInCoarseWords() {
        for (Rejection.Kind kind : Rejection.Kind.values()) {
            Problem problem = Problem.of(Rejection.of("secret_inner_word", kind, "an inner detail"));
            assertThat(problem.code()).isEqualTo(ErrorCode.ofKind(kind));
            assertThat(problem.toJson("/x", "req_12345678")).doesNotContain("inner");
        }
    }

    @Test
    void factsAreWrittenInOneOrderAndNumbersAsNumbers() {
        Map<String, String> facts =
                Map.of("used", "0.00", "resets_at", "2026-05-01T18:30:00Z", "limit", "5000.00", "remaining", "20");
        JsonObject json = new JsonObject();
        Facts.write(json, facts);
        assertThat(json.toString())
                .isEqualTo("{\"limit\":5000.00,\"remaining\":20,"
                        + "\"resets_at\":\"2026-05-01T18:30:00Z\",\"used\":0.00}");
    }

    @Test
    void retryAfterIsAtLeastOneSecond() {
        assertThat(Facts.retryAfter(Map.of())).isEqualTo(1);
        assertThat(Facts.retryAfter(Map.of("retry_after", "0"))).isEqualTo(1);
        assertThat(Facts.retryAfter(Map.of("retry_after", "900"))).isEqualTo(900);
        assertThat(Facts.retryAfter(Map.of("retry_after", "soon"))).isEqualTo(1);
    }
}
