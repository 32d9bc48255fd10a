package com.phonepay.nemesis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Nemeses in an order of chance, for some minutes. */
final class Mixture implements Plan {
    private final Havoc havoc;
    private final List<Nemesis> nemeses;
    private final Duration time;
    private final Random random;
    private long end;

    Mixture(Havoc havoc, List<Nemesis> nemeses, Duration time, long seed) {
        this.havoc = havoc;
        this.nemeses = nemeses;
        this.time = time;
        this.random = new Random(seed);
    }

    @Override
    public Optional<String> next() {
        if (end == 0) {
            end = System.nanoTime() + time.toNanos();
        }
        if (System.nanoTime() > end) {
            return Optional.empty();
        }
        Nemesis nemesis = nemeses.get(nemeses.size() == 1 ? 0 : random.nextInt(nemeses.size()));
        havoc.strike(nemesis);
        havoc.restAfter(random);
        return Optional.of(nemesis.label());
    }
}
