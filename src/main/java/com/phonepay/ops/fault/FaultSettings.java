package com.phonepay.ops.fault;

import akka.actor.ActorSystem;
import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether drills may make this node slow or deaf, and tests may end it.
 *
 * @param enabled never in production: the settings refuse to start so
 * @param failPoints where files arm {@link FailPoints}; nor is this ever in production
 */
record FaultSettings(boolean enabled, Optional<Path> failPoints) {
    static FaultSettings of(ActorSystem system) {
        Config drills = system.settings().config().getConfig("phonepay.drills");
        String directory = drills.getString("fail-points");
        return new FaultSettings(
                drills.getBoolean("enabled"), directory.isEmpty() ? Optional.empty() : Optional.of(Path.of(directory)));
    }
}
