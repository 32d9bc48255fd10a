package com.phonepay.nemesis;

import com.phonepay.infra.process.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** Lets a node die at every {@link DeathPoint} in turn, so many times each; the supervisor starts it again. */
final class Deaths implements Plan {
    private static final Duration DEATH_LIMIT = Duration.ofMinutes(2);
    private static final Duration HEAL_LIMIT = Duration.ofMinutes(2);

    private final Havoc havoc;
    private final Path places;
    private final Queue<DeathPoint> coming = new ArrayDeque<>();

    Deaths(Havoc havoc, Path places, int times) {
        this.havoc = havoc;
        this.places = places;
        for (int time = 0; time < times; time++) {
            coming.addAll(List.of(DeathPoint.values()));
        }
    }

    @Override
    public Optional<String> next() {
        DeathPoint point = coming.poll();
        if (point == null) {
            return Optional.empty();
        }
        die(point);
        if (!havoc.heal(HEAL_LIMIT)) {
            throw new IllegalStateException("not whole again after a death at " + point.place());
        }
        return Optional.of(point.label());
    }

    /** Whichever node passes the place first takes the file away and dies of it. */
    private void die(DeathPoint point) {
        try {
            Files.createDirectories(places);
            Path armed = Files.createFile(places.resolve(point.place()));
            if (!Await.until(() -> !Files.exists(armed), DEATH_LIMIT)) {
                throw new IllegalStateException("no node came to " + point.place());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
