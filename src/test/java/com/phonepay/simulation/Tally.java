package com.phonepay.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What happened in one or more runs, counted. */
final class Tally {
    private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    private final Map<MatrixRow, Long> rows = new EnumMap<>(MatrixRow.class);
    private final Map<String, Long> other = new TreeMap<>();
    private long steps;
    private long seeds;

    void step() {
        steps++;
    }

    void seed() {
        seeds++;
    }

    void hit(Fault fault) {
        faults.merge(fault, 1L, Long::sum);
    }

    void hit(MatrixRow row) {
        rows.merge(row, 1L, Long::sum);
    }

    void count(String what) {
        other.merge(what, 1L, Long::sum);
    }

    long steps() {
        return steps;
    }

    long seeds() {
        return seeds;
    }

    long of(String what) {
        return other.getOrDefault(what, 0L);
    }

    long of(Fault fault) {
        return faults.getOrDefault(fault, 0L);
    }

    long of(MatrixRow row) {
        return rows.getOrDefault(row, 0L);
    }

    void add(Tally run) {
        steps += run.steps;
        seeds += run.seeds;
        run.faults.forEach((fault, count) -> faults.merge(fault, count, Long::sum));
        run.rows.forEach((row, count) -> rows.merge(row, count, Long::sum));
        run.other.forEach((what, count) -> other.merge(what, count, Long::sum));
    }

    String report() {
        StringBuilder text = new StringBuilder();
        text.append(steps).append(" steps, ").append(seeds).append(" seeds\nfaults\n");
        for (Fault fault : Fault.values()) {
            line(text, fault.name(), of(fault));
        }
        text.append("crash and message matrix\n");
        for (MatrixRow row : MatrixRow.values()) {
            line(text, row.name(), of(row));
        }
        text.append("what happened\n");
        other.forEach((what, count) -> line(text, what, count));
        return text.toString();
    }

    private static void line(StringBuilder text, String what, long count) {
        text.append(String.format("  %-58s %,12d%n", what, count));
    }
}
