package com.phonepay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.phonepay.fraud.FraudSettings;
import com.phonepay.wallet.Limits;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

/** The rules of people come from the configuration, and what is shipped is what the machines' own tests assume. */
final class RuleSettingsTest {
    private static final Config SHIPPED = ConfigFactory.parseResources("conf/rules.conf");

    @Test
    void shipsTheLimitsOfUpi() {
        RuleSettings rules = read(SHIPPED);
        assertThat(rules.limits()).isEqualTo(Limits.upi());
        assertThat(rules.fraud()).isEqualTo(FraudSettings.usual());
    }

    @Test
    void liftsThemInTheLoadProfile() {
        RuleSettings rules = read(ConfigFactory.parseResources("conf/load.conf").withFallback(SHIPPED));
        assertThat(rules.limits().countPerDay()).isEqualTo(Integer.MAX_VALUE);
        assertThat(rules.limits().paymentMax()).isEqualTo(Limits.upi().paymentMax());
        assertThat(rules.fraud().attemptsPerMinute()).isGreaterThan(1_000_000);
        assertThat(rules.fraud().blockedAccounts()).containsExactly("hacker");
    }

    @Test
    void reportsEveryLimitThatIsNone() {
        Config bad = ConfigFactory.parseString(
                "phonepay.rules { limits.payment-max-rupees = 0, limits.day-max-rupees = plenty }");
        assertThatThrownBy(() -> read(bad.withFallback(SHIPPED)))
                .isInstanceOf(BadSettingsException.class)
                .hasMessageContaining("payment-max-rupees is 0")
                .hasMessageContaining("day-max-rupees");
    }

    private static RuleSettings read(Config config) {
        SettingsReader in = new SettingsReader(config.resolve());
        RuleSettings rules = RuleSettings.read(in);
        in.finish();
        return rules;
    }
}
