package com.phonepay;

import akka.actor.typed.ActorSystem;
import com.phonepay.settings.BadSettingsException;
import com.phonepay.settings.Settings;

/** Starts one node. Everything about it comes from application.conf and the environment. */
public final class Main {
    private static final int BAD_SETTINGS = 78;

    private Main() {}

    public static void main(String[] arguments) {
        try {
            Settings settings = Settings.load();
            ActorSystem.create(NodeGuardian.create(settings), "phonepay", settings.config());
        } catch (BadSettingsException bad) {
            System.err.println(bad.getMessage());
            System.exit(BAD_SETTINGS);
        }
    }
}
