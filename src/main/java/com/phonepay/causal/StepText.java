package com.phonepay.causal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Steps as JSON, between nodes. */
public final class StepText {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final TypeReference<List<Step>> STEPS = new TypeReference<>() {};

    private StepText() {}

    static String of(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a step is plain data", e);
        }
    }

    static List<Step> read(String text) throws JsonProcessingException {
        return JSON.readValue(text, STEPS);
    }

    /** The steps in a node's answer. Throws where it is no list of steps. */
    public static List<Step> read(JsonNode steps) {
        return JSON.convertValue(steps, STEPS);
    }
}
