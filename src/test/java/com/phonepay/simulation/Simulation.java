package com.phonepay.simulation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One seed's run: everything settles, then twice faults, healing and a full check. */
final class Simulation {
    private static final int SETTLING_STEPS = 4_000;
    private static final int HEALING_STEPS = 30_000;
    private static final long HEALING_PAUSE_MS = 4_000;

    private final World world;
    private final Mix mix;

    /** How a run ended; no violation is the good end. */
    record End(long seed, Mix mix, long steps, @Nullable Violation violation) {
        String replay() {
            return "seed " + seed + ", mix " + mix + ", step " + steps + "; replay with: src/test/simulate.sh --seed "
                    + seed + " --mix " + mix;
        }
    }

    private Simulation(World world, Mix mix) {
        this.world = world;
        this.mix = mix;
    }

    static End run(long seed, Mix mix, Product product, Tally tally) {
        return run(new World(seed, mix, product), seed, mix, tally);
    }

    /** The same, telling every row, message and answer to the trace. */
    static End run(long seed, Mix mix, Product product, Tally tally, Consumer<String> trace) {
        World world = new World(seed, mix, product);
        world.oracle().trace(what -> trace.accept(world.tally().steps() + " at " + world.now() + ": " + what));
        return run(world, seed, mix, tally);
    }

    private static End run(World world, long seed, Mix mix, Tally tally) {
        Simulation simulation = new Simulation(world, mix);
        @Nullable Violation violation = simulation.run();
        tally.add(simulation.world.tally());
        tally.seed();
        return new End(seed, mix, simulation.world.tally().steps(), violation);
    }

    private @Nullable Violation run() {
        try {
            settleIn();
            for (int phase = 0; phase < Mix.PHASES; phase++) {
                suffer();
                heal();
            }
            return null;
        } catch (Violation violation) {
            return violation;
        } catch (RuntimeException bug) {
            return new Violation("BUG", bug);
        }
    }

    private void settleIn() {
        world.passTime(0);
        for (int step = 0; !world.clients().areSettled(); step++) {
            Violation.unless(step < SETTLING_STEPS, "NEVER_SETTLED", step);
            if (step % 200 == 100) {
                world.clients().settleIn();
            }
            world.step();
        }
    }

    private void suffer() {
        world.faults(true);
        world.clients().open(true);
        for (int step = 0; step < mix.phaseSteps(); step++) {
            world.step();
        }
        world.clients().open(false);
        world.faults(false);
    }

    /** Everybody starts anew, what is under way arrives, and then everything must come to its end. */
    private void heal() {
        world.slices().forEach(slice -> List.copyOf(slice.owners()).forEach(Incarnation::die));
        world.resolveEverything();
        world.passTime(0);
        for (int step = 0; !(world.oracle().isQuiet() && world.pool().size() == 0 && allRun()); step++) {
            if (step > HEALING_STEPS) {
                break;
            }
            if (world.pool().size() == 0) {
                world.passTime(HEALING_PAUSE_MS);
                world.clients().shops().cutOff();
                world.clients().shops().payOpenPayouts();
            }
            world.step();
        }
        world.slices().forEach(slice -> slice.tap().read(slice.announced()));
        world.oracle().checkQuiet();
        world.slices().forEach(Simulation::recoverFromTheBeginning);
    }

    private boolean allRun() {
        return world.slices().stream().allMatch(SimulatedSlice::runs);
    }

    private static <S> void recoverFromTheBeginning(SimulatedSlice<S> slice) {
        slice.compareRecoveries();
    }
}
