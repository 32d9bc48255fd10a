package com.phonepay.redis;

import com.phonepay.settings.SettingsReader;
import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Where Redis is.
 *
 * @param uri may hold a password, so it is never logged
 * @param patience for one command
 */
public record RedisSettings(String uri, Duration patience) {
    /** Throws {@link com.phonepay.settings.BadSettingsException} with all errors. */
    public static RedisSettings from(Config config) {
        SettingsReader in = new SettingsReader(config);
        String uri = in.text("phonepay.redis.uri");
        in.check(
                uri.startsWith("redis://") || uri.startsWith("rediss://"),
                "phonepay.redis.uri does not begin with redis:// or rediss://");
        RedisSettings settings = new RedisSettings(uri, in.duration("phonepay.redis.patience"));
        in.finish();
        return settings;
    }

    @Override
    public String toString() {
        return "RedisSettings[" + patience + "]";
    }
}
