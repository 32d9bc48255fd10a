package com.phonepay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

/** What breaks a node on purpose exists in development only, and is off there. */
final class CoordinatorSettingsTest {
    private static final Config SHIPPED = ConfigFactory.parseResources("conf/coordinator.conf");

    @Test
    void shipsWithoutFaults() {
        Config shipped = mode("production");
        assertThat(shipped.getBoolean("phonepay.drills.enabled")).isFalse();
        assertThat(shipped.getString("phonepay.drills.fail-points")).isEmpty();
        read(shipped);
    }

    @Test
    void refusesDrillsAndFailPointsInProduction() {
        String faults = "phonepay.drills { enabled = on, fail-points = somewhere }";
        read(ConfigFactory.parseString(faults).withFallback(mode("development")));
        assertThatThrownBy(() -> read(ConfigFactory.parseString(faults).withFallback(mode("production"))))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("phonepay.drills.enabled is on")
                .hasMessageContaining("phonepay.drills.fail-points is set");
    }

    private static Config mode(String mode) {
        return ConfigFactory.parseString("phonepay.mode = " + mode)
                .withFallback(SHIPPED)
                .resolve();
    }

    private static void read(Config config) {
        SettingsReader in = new SettingsReader(config);
        CoordinatorSettings.read(in);
        in.finish();
    }
}
