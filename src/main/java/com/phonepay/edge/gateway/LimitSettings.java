package com.phonepay.edge.gateway;

import com.phonepay.settings.SettingsReader;
import com.typesafe.config.Config;
import java.time.Duration;

/**
 * How often somebody may come.
 *
 * @param anonymousPerMinute of one address, without a valid token; 0 for no limit
 * @param userPerMinute of one user, from wherever; 0 for no limit
 * @param patience for the shared budgets
 */
public record LimitSettings(long anonymousPerMinute, long userPerMinute, Duration patience) {
    /** Throws {@link com.phonepay.settings.BadSettingsException} with all errors. */
    public static LimitSettings from(Config config) {
        SettingsReader in = new SettingsReader(config);
        String limits = "phonepay.gateway.limits.";
        LimitSettings settings = new LimitSettings(
                in.longNumber(limits + "anonymous-per-minute", 0, Integer.MAX_VALUE),
                in.longNumber(limits + "user-per-minute", 0, Integer.MAX_VALUE),
                in.duration(limits + "patience"));
        in.finish();
        return settings;
    }
}
