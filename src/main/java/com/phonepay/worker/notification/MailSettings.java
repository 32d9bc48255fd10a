package com.phonepay.worker.notification;

import com.typesafe.config.Config;
import java.nio.file.Path;

/**
 * How messages leave.
 *
 * @param smtpHost empty where they are written to the file instead
 * @param from the sender's address
 * @param domain of the ids of our messages
 */
public record MailSettings(String smtpHost, int smtpPort, String from, String domain, Path file) {
    public static MailSettings from(Config root) {
        Config mail = root.getConfig("phonepay.workers.mail");
        return new MailSettings(
                mail.getString("smtp-host"),
                mail.getInt("smtp-port"),
                mail.getString("from"),
                mail.getString("domain"),
                Path.of(mail.getString("file")));
    }
}
