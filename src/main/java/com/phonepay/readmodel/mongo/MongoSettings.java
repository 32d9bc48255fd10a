package com.phonepay.readmodel.mongo;

import com.phonepay.settings.SettingsReader;
import com.typesafe.config.Config;
import java.time.Duration;

/**
 * Where MongoDB is.
 *
 * @param uri a connection string; may hold a password, so it is never logged
 * @param database what is ours in it
 * @param patience how long a question may take until the read models count as down
 */
public record MongoSettings(String uri, String database, Duration patience) {
    /** Throws {@link com.phonepay.settings.BadSettingsException} with all errors. */
    public static MongoSettings from(Config config) {
        SettingsReader in = new SettingsReader(config);
        String uri = in.text("phonepay.mongo.uri");
        in.check(
                uri.startsWith("mongodb://") || uri.startsWith("mongodb+srv://"),
                "phonepay.mongo.uri does not begin with mongodb:// or mongodb+srv://");
        MongoSettings settings =
                new MongoSettings(uri, in.text("phonepay.mongo.database"), in.duration("phonepay.mongo.patience"));
        in.finish();
        return settings;
    }

    /** The same place, asked by somebody who can wait. */
    public MongoSettings withPatience(Duration longer) {
        return new MongoSettings(uri, database, longer);
    }

    @Override
    public String toString() {
        return "MongoSettings[" + database + "]";
    }
}
