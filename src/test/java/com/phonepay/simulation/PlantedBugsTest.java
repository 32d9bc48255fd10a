package com.phonepay.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulation is worth what it finds: every planted bug must show within a bounded number of seeds. */
final class PlantedBugsTest {
    private static final int SEEDS_MAX = 1_500;

    @ParameterizedTest
    @EnumSource
    void isCaught(PlantedBug bug) {
        Tally tally = new Tally();
        @Nullable Violation caught = null;
        for (long seed = 1; caught == null && tally.seeds() < SEEDS_MAX; seed++) {
            for (Mix mix : new Mix[] {Mix.STORM, Mix.SHORT_MANY_KEYS, Mix.STORM_NO_DAYS}) {
                caught = caught == null
                        ? Simulation.run(seed, mix, Plant.in(bug), tally).violation()
                        : caught;
            }
        }
        assertThat(caught).as(bug + " in " + tally.seeds() + " seeds").isNotNull();
        System.out.printf("%s: %s after %d seeds, %,d steps%n", bug, code(caught), tally.seeds(), tally.steps());
    }

    private static String code(@Nullable Violation violation) {
        return violation == null ? "" : violation.code();
    }
}
