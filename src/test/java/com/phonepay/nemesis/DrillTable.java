package com.phonepay.nemesis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Prints the reports of drills in a folder as one Markdown table: for each kind the median and the maximum of each time. */
public final class DrillTable {
    private static final List<String> TIMES = List.of(
            "detected_ms",
            "downed_ms",
            "singleton_up_ms",
            "first_recovered_payment_ms",
            "last_slice_recovered_ms",
            "slices_owned_ms",
            "longest_stall_surviving_ms");
    private static final List<String> COUNTS =
            List.of("sent", "acknowledged", "declined", "in_doubt_at_end", "lost", "doubled", "accounts_off");

    private DrillTable() {}

    public static void main(String[] args) throws IOException {
        Map<String, List<JsonNode>> kinds = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            files.filter(file -> file.toString().endsWith(".json")).sorted().forEach(file -> {
                JsonNode report = read(file);
                kinds.computeIfAbsent(report.path("kind").asText(), fresh -> new ArrayList<>())
                        .add(report);
            });
        }
        System.out.println("Seconds after the fault, median / maximum.\n");
        System.out.println(
                "| fault | runs | whole again | detected | downed | coordinator up | first payment of the lost slices"
                        + " | all lost slices paid | all slices owned | longest stall of the others |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        kinds.forEach((kind, reports) -> System.out.println(times(kind, reports)));
        System.out.println("\n| fault | " + String.join(" | ", COUNTS).replace('_', ' ') + " |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        kinds.forEach((kind, reports) -> System.out.println(counts(kind, reports)));
    }

    private static String times(String kind, List<JsonNode> reports) {
        long whole = reports.stream()
                .filter(report -> report.path("status").asText().equals("REVERTED"))
                .count();
        StringBuilder row = new StringBuilder("| " + kind + " | " + reports.size() + " | " + whole);
        TIMES.forEach(name -> row.append(" | ").append(spread(name, reports)));
        return row.append(" |").toString();
    }

    private static String spread(String name, List<JsonNode> reports) {
        long[] seen = reports.stream()
                .map(report -> report.path("measured").path(name))
                .filter(JsonNode::isNumber)
                .mapToLong(JsonNode::asLong)
                .sorted()
                .toArray();
        if (seen.length == 0) {
            return "";
        }
        long median = (seen[(seen.length - 1) / 2] + seen[seen.length / 2]) / 2;
        return "%.1f / %.1f".formatted(median / 1000.0, seen[seen.length - 1] / 1000.0);
    }

    private static String counts(String kind, List<JsonNode> reports) {
        StringBuilder row = new StringBuilder("| " + kind);
        COUNTS.forEach(name -> row.append(" | ")
                .append(reports.stream()
                        .mapToLong(report -> report.path("payments").path(name).asLong())
                        .sum()));
        return row.append(" |").toString();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
