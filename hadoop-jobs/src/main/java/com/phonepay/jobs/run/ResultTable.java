package com.phonepay.jobs.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An answer for people: aligned columns, numbers to the right, what was counted below. */
final class ResultTable {
    private static final int MOST_ROWS = 200;

    private ResultTable() {}

    static String of(Result result) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(result.columns());
        result.rows().stream()
                .limit(MOST_ROWS)
                .forEach(row -> lines.add(result.columns().stream()
                        .map(column -> text(row.path(column)))
                        .toList()));
        StringBuilder table = new StringBuilder();
        int[] widths = widths(lines, result.columns().size());
        for (int i = 0; i < lines.size(); i++) {
            table.append(
                    line(lines.get(i), widths, i == 0 ? null : result.rows().get(i - 1), result.columns()));
        }
        return table + foot(result);
    }

    private static String foot(Result result) {
        int left = result.rows().size() - MOST_ROWS;
        String more = left > 0 ? "… and " + left + " rows more; --json has them all\n" : "";
        String counters = new TreeMap<>(result.counters())
                .entrySet().stream().map(ResultTable::counter).collect(Collectors.joining(", "));
        String verdict = result.clean() ? "" : "✗ not clean: see the rows above\n";
        return String.format(
                Locale.ROOT,
                "%s%s%n%s: %d rows in %.1f s; %s",
                more,
                verdict,
                result.job(),
                result.rows().size(),
                result.durationMillis() / 1000.0,
                counters);
    }

    private static String counter(Map.Entry<String, Long> counter) {
        return counter.getKey() + " " + counter.getValue();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(JsonNode::asText)
                    .collect(Collectors.joining(" "));
        }
        return value.isNull() || value.isMissingNode() ? "-" : value.asText();
    }

    private static int[] widths(List<List<String>> lines, int columns) {
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        return widths;
    }

    private static String line(List<String> cells, int[] widths, @Nullable JsonNode row, List<String> columns) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            boolean toTheRight = row != null && looksNumeric(row.path(columns.get(i)));
            line.append(String.format("%" + (toTheRight ? "" : "-") + Math.max(1, widths[i]) + "s  ", cells.get(i)));
        }
        return line.toString().stripTrailing() + "\n";
    }

    private static boolean looksNumeric(JsonNode value) {
        return value.isNumber() || (value.isTextual() && value.textValue().matches("-?\\d+(\\.\\d+)?"));
    }
}
