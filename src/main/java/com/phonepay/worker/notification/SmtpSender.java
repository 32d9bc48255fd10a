package com.phonepay.worker.notification;

import com.phonepay.readmodel.Notification;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Sends mail through an SMTP server. The message id is the notification's, so that a server recognises a repeat. */
public final class SmtpSender implements Sender {
    private static final String TIMEOUT_MS = "5000";

    private final Session session;
    private final String from;
    private final MailAddresses addresses;
    private final Executor blocking;

    public SmtpSender(String host, int port, String from, MailAddresses addresses, Executor blocking) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", host);
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT_MS);
        properties.put("mail.smtp.timeout", TIMEOUT_MS);
        properties.put("mail.smtp.writetimeout", TIMEOUT_MS);
        this.session = Session.getInstance(properties);
        this.from = from;
        this.addresses = addresses;
        this.blocking = blocking;
    }

    @Override
    public CompletionStage<Void> send(Notification notification) {
        return CompletableFuture.runAsync(() -> deliver(notification), blocking);
    }

    private void deliver(Notification notification) {
        try {
            Transport.send(message(notification));
        } catch (MessagingException e) {
            throw new CompletionException(e);
        }
    }

    private Message message(Notification notification) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + notification.id() + "@" + addresses.domain() + ">");
            }
        };
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(addresses.of(notification.user())));
        message.setSubject(notification.title(), "UTF-8");
        message.setText(notification.message(), "UTF-8");
        ZonedDateTime at = Instant.ofEpochMilli(notification.at()).atZone(ZoneOffset.UTC);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
        return message;
    }
}
