package com.phonepay.settings;

import java.util.List;

/** What must not be seen: never logged, and absent from {@link #toString}. Empty text stands for not given. */
public record SecretSettings(
        String jwtKeyFile, String bootstrapToken, List<String> adminEmails, String supervisorToken) {
    static SecretSettings read(SettingsReader in) {
        return new SecretSettings(
                in.text("phonepay.secrets.jwt-key-file"),
                in.text("phonepay.secrets.bootstrap-token"),
                in.list("phonepay.secrets.admin-emails"),
                in.text("phonepay.secrets.supervisor-token"));
    }

    @Override
    public String toString() {
        return "SecretSettings[...]";
    }
}
