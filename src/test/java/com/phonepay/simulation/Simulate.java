package com.phonepay.simulation;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Replays one run, {@code --seed S --mix M}, with {@code --trace} printing every row, message and answer; or explores new
 * seeds, {@code --minutes N}, all mixes or one. Ends with 1 where something was violated.
 */
public final class Simulate {
    private static final PrintStream OUT = System.out;

    private Simulate() {}

    public static void main(String[] args) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i++) {
            boolean hasValue = i + 1 < args.length && !args[i + 1].startsWith("--");
            options.put(args[i], hasValue ? args[++i] : "");
        }
        boolean clean = options.containsKey("--seed") ? replay(options) : explore(options);
        System.exit(clean ? 0 : 1);
    }

    private static boolean replay(Map<String, String> options) {
        Tally tally = new Tally();
        Mix mix = Mix.valueOf(options.getOrDefault("--mix", Mix.SHORT_FEW_KEYS.name()));
        Consumer<String> trace = options.containsKey("--trace") ? OUT::println : line -> {};
        Simulation.End end =
                Simulation.run(Long.parseLong(options.getOrDefault("--seed", "1")), mix, new Product(), tally, trace);
        OUT.println(tally.report());
        return print(end);
    }

    private static boolean explore(Map<String, String> options) {
        long seconds = Math.round(60 * Double.parseDouble(options.getOrDefault("--minutes", "1")));
        long first = Long.parseLong(options.getOrDefault("--from", String.valueOf(System.nanoTime())));
        long begin = System.nanoTime();
        Tally tally = new Tally();
        int bad = 0;
        Mix[] mixes = options.containsKey("--mix") ? new Mix[] {Mix.valueOf(options.get("--mix"))} : Mix.values();
        for (long seed = first; Duration.ofNanos(System.nanoTime() - begin).toSeconds() < seconds && bad < 20; seed++) {
            for (Mix mix : mixes) {
                Simulation.End end = Simulation.run(seed, mix, new Product(), tally);
                bad += end.violation() == null ? 0 : 1;
                print(end);
            }
        }
        OUT.println(tally.report());
        double took = (System.nanoTime() - begin) / 1e9;
        OUT.printf(
                "%,d steps in %.1f s: %,.0f steps/s; %d violations%n", tally.steps(), took, tally.steps() / took, bad);
        return bad == 0;
    }

    private static boolean print(Simulation.End end) {
        Violation violation = end.violation();
        if (violation != null) {
            OUT.println(violation.getMessage() + "\n  " + end.replay());
            if (violation.getCause() != null) {
                violation.getCause().printStackTrace(OUT);
            }
        }
        return violation == null;
    }
}
