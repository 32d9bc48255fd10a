package com.phonepay.ops.fault;

import akka.actor.ClassicActorSystemProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Named places between two steps where a test lets this process end without a word, as if it were killed. A file of the
 * place's name in the configured directory arms it, for whichever process takes the file away first. Without a directory,
 * which is the rule, a place is passed at the price of a comparison.
 */
public final class FailPoints {
    private static final Logger LOG = LoggerFactory.getLogger(FailPoints.class);
    private static final int KILLED = 128 + 9;

    private final Optional<Path> directory;
    private final Runnable end;

    FailPoints(Optional<Path> directory, Runnable end) {
        this.directory = directory;
        this.end = end;
    }

    public static FailPoints of(ClassicActorSystemProvider system) {
        // Not exit: nothing may be flushed, told or closed.
        return new FailPoints(FaultSettings.of(system.classicSystem()).failPoints(), () -> Runtime.getRuntime()
                .halt(KILLED));
    }

    /** Whether no place can be armed, so that nobody need pass one. */
    public boolean isOff() {
        return directory.isEmpty();
    }

    /** Does not return where the place is armed. */
    public void passed(String place) {
        if (directory.isPresent() && takeAway(directory.get().resolve(place))) {
            LOG.warn("The fail point {} ends this process", place);
            end.run();
        }
    }

    private static boolean takeAway(Path armed) {
        try {
            return Files.deleteIfExists(armed);
        } catch (IOException e) {
            LOG.warn("A fail point can not be looked for: {}", e.toString());
            return false;
        }
    }
}
