package com.phonepay.worker.notification;

import java.util.Properties;

/**
 * The SMTP server that takes our mails.
 *
 * @param host empty where there is none
 * @param user empty where the server asks for no sign-in
 * @param password never logged
 */
public record MailServer(String host, int port, Encryption encryption, String user, String password) {
    private static final String TIMEOUT_MS = "5000";

    /** Whether what is said to the server is encrypted. */
    public enum Encryption {
        /** By STARTTLS where the server offers it, else in plain. For a relay on the same machine. */
        OFFERED("smtp"),
        /** By STARTTLS, or nothing is sent. */
        REQUIRED("smtp"),
        /** From the first byte, usually on port 465. */
        IMPLICIT("smtps");

        private final String protocol;

        Encryption(String protocol) {
            this.protocol = protocol;
        }
    }

    public boolean isNone() {
        return host.isEmpty();
    }

    boolean asksForSignIn() {
        return !user.isEmpty();
    }

    String protocol() {
        return encryption.protocol;
    }

    /** As the mail library wants it. The server's certificate must be for its name wherever it must encrypt. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol.rfc822", protocol());
        set(properties, "host", host);
        set(properties, "port", Integer.toString(port));
        set(properties, "auth", Boolean.toString(asksForSignIn()));
        set(properties, "starttls.enable", "true");
        set(properties, "starttls.required", Boolean.toString(encryption == Encryption.REQUIRED));
        set(properties, "ssl.checkserveridentity", Boolean.toString(encryption != Encryption.OFFERED));
        set(properties, "connectiontimeout", TIMEOUT_MS);
        set(properties, "timeout", TIMEOUT_MS);
        set(properties, "writetimeout", TIMEOUT_MS);
        return properties;
    }

    private void set(Properties properties, String name, String value) {
        properties.setProperty("mail." + protocol() + "." + name, value);
    }

    @Override
    public String toString() {
        return "MailServer[" + host + ":" + port + ", " + encryption + "]";
    }
}
