package com.phonepay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.transaction.Deadlines;
import com.phonepay.wallet.Limits;
import com.phonepay.wallet.WalletRules;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The protocol's times come from the configuration, and what is shipped is what the simulation was run with. */
final class DeadlineSettingsTest {
    private static final Config SHIPPED = ConfigFactory.parseResources("conf/deadlines.conf")
            .withFallback(ConfigFactory.parseString("phonepay.slices.message-life = 10 minutes"));

    @Test
    void shipsTheTimesOfTheProtocol() {
        DeadlineSettings shipped = read(SHIPPED);
        assertThat(shipped.ofTransactions(Duration.ofDays(180))).isEqualTo(Deadlines.STANDARD);
        assertThat(shipped.ofWallets(Limits.upi())).isEqualTo(WalletRules.standard(Limits.upi()));
        assertThat(shipped.caller()).isEqualTo(Duration.ofSeconds(5));
        assertThat(shipped.beginWithin()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesAnotherTime() {
        DeadlineSettings read = read(with("prepare", "24 s"));
        assertThat(read.ofTransactions(Duration.ofDays(1)).prepareMs()).isEqualTo(24_000);
        assertThat(read.ofTransactions(Duration.ofDays(1)).refundPeriodMs()).isEqualTo(86_400_000);
    }

    @ParameterizedTest
    @CsvSource({
        "caller, 30 s, prepare is PT20S, not longer than caller",
        "caller, soon, caller",
        "ask-again, 0 s, ask-again is PT0S",
        "ask-again, 6 s, caller is PT5S, not longer than ask-again",
        "begin-within, 2 s, begin-within is PT2S, not longer than caller",
        "prepare, 25 s, hold-inquiry is PT25S, not longer than prepare",
        "resend-max, 500 ms, resend-max is shorter than resend-first",
        "resend-max, 21 s, prepare is PT20S, not longer than resend-max",
        "hold-inquiry-every, -1 s, hold-inquiry-every is PT-1S",
        "keep-ended, 5 minutes, keep-ended is PT5M, not longer than the life of a message",
        "keep-local-entry, 1 minute, keep-local-entry is PT1M",
    })
    void refusesTimesThatDoNotFitTogether(String name, String value, String error) {
        assertThatThrownBy(() -> read(with(name, value)))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining(error);
    }

    private static Config with(String name, String value) {
        return ConfigFactory.parseString("phonepay.deadlines." + name + " = \"" + value + "\"")
                .withFallback(SHIPPED);
    }

    private static DeadlineSettings read(Config config) {
        SettingsReader in = new SettingsReader(config.resolve());
        DeadlineSettings read = DeadlineSettings.read(in);
        in.finish();
        return read;
    }
}
