package com.phonepay.nemesis;

import com.phonepay.coordinator.proof.Proof;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run of the bank test found, for people; Markdown, so that it can be kept with the documents. */
final class BankReport {
    private static final int SHOWN = 20;

    private BankReport() {}

    static String of(String nemesis, long minutes, long seed, int rate, BankRun.Result result) {
        Proof proof = result.proof();
        StringBuilder text = new StringBuilder("# Bank test: " + nemesis + "\n\n");
        text.append("`./phonepay test --nemesis %s --minutes %d --seed %d --rate %d`, ended %s, %d processors.\n\n"
                .formatted(
                        nemesis,
                        minutes,
                        seed,
                        rate,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        Runtime.getRuntime().availableProcessors()));
        text.append("| | |\n|---|---|\n");
        row(text, "payments sent", result.history().told().size());
        row(text, "acknowledged", result.acknowledged());
        row(text, "faults", faults(result.faults()));
        row(text, "whole again, every payment final", result.healed() ? "yes" : "NO");
        row(text, "last payment final after healing", "%.1f s".formatted(result.settledMs() / 1000.0));
        row(text, "ledger", (proof.isBalanced() ? "BALANCED, " : "IMBALANCED, ") + proof.counts());
        row(text, "events published, as committed", events(result.history()));
        row(text, "rows of superseded owners in the journal", proof.discarded());
        row(text, "violations", result.violations().size());
        result.violations().stream().limit(SHOWN).forEach(violation -> text.append("\n- ")
                .append(violation));
        return text.append('\n').toString();
    }

    private static void row(StringBuilder text, String name, Object value) {
        text.append("| ").append(name).append(" | ").append(value).append(" |\n");
    }

    private static String events(History history) {
        return history.published().entrySet().stream()
                .map(topic -> topic.getKey() + " " + topic.getValue().size())
                .collect(Collectors.joining(", "));
    }

    private static String faults(Map<String, Integer> faults) {
        return new TreeMap<>(faults)
                .entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining(", "));
    }
}
