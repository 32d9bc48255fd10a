package com.phonepay.worker.notification;

import com.phonepay.worker.notification.MailServer.Encryption;
import com.typesafe.config.Config;
import java.nio.file.Path;

/**
 * How messages leave.
 *
 * @param server none where they are written to the file instead
 * @param from the sender's address
 * @param domain of the ids of our messages
 */
public record MailSettings(MailServer server, String from, String domain, Path file) {
    public static MailSettings from(Config root) {
        Config mail = root.getConfig("phonepay.workers.mail");
        return new MailSettings(
                server(mail), mail.getString("from"), mail.getString("domain"), Path.of(mail.getString("file")));
    }

    private static MailServer server(Config mail) {
        return new MailServer(
                mail.getString("smtp-host"),
                mail.getInt("smtp-port"),
                mail.getEnum(Encryption.class, "smtp-encryption"),
                mail.getString("smtp-user"),
                mail.getString("smtp-password"));
    }
}
