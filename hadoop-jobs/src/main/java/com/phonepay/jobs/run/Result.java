package com.phonepay.jobs.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param computedAt when it was computed, ISO in UTC
 * @param from first day that was looked at, null for no bound
 * @param to last day that was looked at, null for no bound
 * @param clean false when the answer is that something is wrong
 * @param counters totals over all stages, money in paise
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Result(
        String job,
        @JsonProperty("computed_at") String computedAt,
        @Nullable String from,
        @Nullable String to,
        @JsonProperty("duration_ms") long durationMillis,
        boolean clean,
        Map<String, Long> counters,
        List<String> columns,
        List<JsonNode> rows) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode row(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A job wrote a row that is not JSON: " + line, e);
        }
    }
}
