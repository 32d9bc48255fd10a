package com.phonepay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Millions of steps of everything at once. What it prints is the report; a violation comes with the command to replay it. */
final class SimulationTest {
    private static final long STEPS_MIN = 5_000_000;
    private static final int FRESH_SEEDS = 4;

    /** The fixed seeds are the same every day, so that a change of the code is what makes a difference. */
    @Test
    void survivesFiveMillionStepsOfFaults() {
        Tally tally = new Tally();
        List<String> violations = new ArrayList<>();
        long begin = System.nanoTime();
        long today = LocalDate.now(ZoneOffset.UTC).toEpochDay() * 1_000;
        for (long seed = today; seed < today + FRESH_SEEDS; seed++) {
            runAllMixes(seed, tally, violations);
        }
        for (long seed = 1; tally.steps() < STEPS_MIN && violations.isEmpty(); seed++) {
            runAllMixes(seed, tally, violations);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "Simulation: fresh seeds from %d, %,.0f steps/s%n%s%n", today, tally.steps() / seconds, tally.report());
        assertThat(violations).isEmpty();
        assertThat(tally.steps()).isGreaterThanOrEqualTo(STEPS_MIN);
        assertEverythingHappened(tally);
    }

    /** A simulation that does nothing survives everything. */
    private static void assertEverythingHappened(Tally tally) {
        for (Fault fault : Fault.values()) {
            assertThat(tally.of(fault)).as(fault.name()).isPositive();
        }
        for (MatrixRow row : MatrixRow.values()) {
            assertThat(tally.of(row)).as(row.name()).isPositive();
        }
        assertThat(tally.of("commits")).as("commits").isGreaterThan(tally.steps() / 2_000);
        for (String what : List.of(
                "refunds committed",
                "refunds aborted",
                "windows closed",
                "payouts paid",
                "payouts refused",
                "baselines learnt")) {
            assertThat(tally.of(what)).as(what).isPositive();
        }
        assertThat(tally.of("keys used again after they were forgotten")).isPositive();
    }

    @Test
    void givesTheSameRunForTheSameSeed() {
        for (Mix mix : Mix.values()) {
            Tally one = new Tally();
            Tally other = new Tally();
            Simulation.run(7, mix, new Product(), one);
            Simulation.run(7, mix, new Product(), other);
            assertThat(other.report()).isEqualTo(one.report());
        }
    }

    private static void runAllMixes(long seed, Tally tally, List<String> violations) {
        for (Mix mix : Mix.values()) {
            Simulation.End end = Simulation.run(seed, mix, new Product(), tally);
            Violation violation = end.violation();
            if (violation != null) {
                violations.add(violation.getMessage() + " (" + end.replay() + ")");
            }
        }
    }
}
