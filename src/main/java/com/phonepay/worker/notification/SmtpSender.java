package com.phonepay.worker.notification;

import com.phonepay.readmodel.Notification;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mail through an SMTP server. The message id is the notification's, so that a server recognises a repeat. What the
 * server refuses for good is left out, and the person still finds the message in the list; a server that can not be
 * reached, or says "later", is tried again.
 */
public final class SmtpSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSender.class);

    private final MailServer server;
    private final Session session;
    private final String from;
    private final String domain;
    private final Executor blocking;

    /** @param domain of the message ids */
    public SmtpSender(MailServer server, String from, String domain, Executor blocking) {
        this(server, server.properties(), from, domain, blocking);
    }

    SmtpSender(MailServer server, Properties properties, String from, String domain, Executor blocking) {
        this.server = server;
        this.session = Session.getInstance(properties);
        this.from = from;
        this.domain = domain;
        this.blocking = blocking;
    }

    @Override
    public CompletionStage<Void> send(Notification notification, String address) {
        return CompletableFuture.runAsync(() -> deliver(notification, address), blocking);
    }

    private void deliver(Notification notification, String address) {
        try {
            send(message(notification, address));
        } catch (AddressException e) {
            undeliverable(notification);
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0) {
                throw new CompletionException(new MessagingException("The mail server did not take a message"));
            }
            undeliverable(notification);
        } catch (MessagingException e) {
            throw new CompletionException(e);
        }
    }

    private void send(Message message) throws MessagingException {
        if (server.asksForSignIn()) {
            Transport.send(message, server.user(), server.password());
        } else {
            Transport.send(message);
        }
    }

    /** The address is not named: it is somebody's. */
    private static void undeliverable(Notification notification) {
        LOG.warn("No mail about {} to {}: the mailbox is refused", notification.id(), notification.user());
    }

    private Message message(Notification notification, String address) throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + notification.id() + "@" + domain + ">");
            }
        };
        message.setFrom(new InternetAddress(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(address));
        message.setSubject(notification.title(), "UTF-8");
        message.setText(notification.message(), "UTF-8");
        ZonedDateTime at = Instant.ofEpochMilli(notification.at()).atZone(ZoneOffset.UTC);
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
        return message;
    }
}
