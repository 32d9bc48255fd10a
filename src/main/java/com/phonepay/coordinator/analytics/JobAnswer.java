package com.phonepay.coordinator.analytics;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.phonepay.analytics.Analysis;
import com.phonepay.analytics.AnalysisResult;
import com.phonepay.analytics.AnalyticsRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job printed with {@code --json}, read piece by piece: an answer may have more rows than a node wants in memory.
 * Strict: what is not an answer is an error, not an empty answer.
 */
final class JobAnswer {
    /** Of more rows only the first are kept; how many there were is known. */
    static final int ROWS_MAX = 5_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Analysis job;
    private final AnalyticsRun run;
    private final Map<String, JsonNode> fields = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private long rowsTotal;

    private JobAnswer(Analysis job, AnalyticsRun run) {
        this.job = job;
        this.run = run;
    }

    static AnalysisResult read(Analysis job, AnalyticsRun run, Path file) throws IOException {
        JobAnswer answer = new JobAnswer(job, run);
        try (JsonParser parser = JSON.getFactory().createParser(file.toFile())) {
            answer.read(parser);
        }
        return answer.result();
    }

    private void read(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("The job printed no JSON object");
        }
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("rows") && value == JsonToken.START_ARRAY) {
                readRows(parser);
            } else {
                fields.put(name, JSON.readTree(parser));
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("The job's answer is not complete");
        }
    }

    private void readRows(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            rowsTotal++;
            JsonNode row = JSON.readTree(parser);
            if (rows.size() < ROWS_MAX) {
                rows.add(row.toString());
            }
        }
    }

    private AnalysisResult result() throws IOException {
        if (!job.label().equals(field("job").asText()) || !field("clean").isBoolean()) {
            throw new IOException("This is not the answer of " + job.label());
        }
        Map<String, Long> counters = new HashMap<>();
        field("counters")
                .properties()
                .forEach(counter ->
                        counters.put(counter.getKey(), counter.getValue().asLong()));
        List<String> columns = new ArrayList<>();
        field("columns").forEach(column -> columns.add(column.asText()));
        return new AnalysisResult(
                job,
                run.id(),
                field("clean").asBoolean() ? AnalysisResult.Outcome.CLEAN : AnalysisResult.Outcome.NOT_CLEAN,
                textOrNull("from"),
                textOrNull("to"),
                computedAt(),
                field("duration_ms").asLong(),
                counters,
                columns,
                rows,
                rowsTotal,
                null);
    }

    private long computedAt() throws IOException {
        try {
            return Instant.parse(field("computed_at").asText()).toEpochMilli();
        } catch (DateTimeParseException e) {
            throw new IOException("The answer does not say when it was computed", e);
        }
    }

    private JsonNode field(String name) {
        JsonNode field = fields.get(name);
        return field == null ? JSON.missingNode() : field;
    }

    private @Nullable String textOrNull(String name) {
        return field(name).isTextual() ? field(name).asText() : null;
    }
}
