package com.phonepay.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a run of the driver gave: its exit status and what it wrote. */
record Ran(int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Ran of(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Jobs.run(arguments, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
        return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** A job on one machine, answered as JSON. */
    static Ran job(String name, Path lake, String... options) {
        var arguments = new ArrayList<>(List.of(name, "--in", lake.toUri().toString(), "--json"));
        arguments.addAll(List.of(options));
        return of(arguments.toArray(String[]::new));
    }

    JsonNode result() {
        assertThat(err).isEmpty();
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + out, e);
        }
    }

    List<String> rows() {
        return StreamSupport.stream(result().get("rows").spliterator(), false)
                .map(JsonNode::toString)
                .toList();
    }

    long counter(String name) {
        return result().get("counters").path(name).asLong();
    }
}
