package com.phonepay.worker.notification;

import com.phonepay.readmodel.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** For development: every message becomes a few lines at the end of a file, as a mail would look. */
public final class MailFile implements Sender {
    private static final long LARGE = 20_000_000;

    private final Path file;
    private final Executor blocking;

    public MailFile(Path file, Executor blocking) {
        this.file = file;
        this.blocking = blocking;
    }

    @Override
    public CompletionStage<Void> send(Notification notification, String address) {
        return CompletableFuture.runAsync(() -> append(notification, address), blocking);
    }

    private synchronized void append(Notification notification, String address) {
        String mail = "Message-ID: <" + notification.id() + "@phonepay>\n"
                + "Date: " + Instant.ofEpochMilli(notification.at()) + "\n"
                + "To: " + address + "\n"
                + "Subject: " + notification.title() + "\n\n"
                + notification.message() + "\n\n";
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.exists(file) && Files.size(file) > LARGE) {
                Files.delete(file);
            }
            Files.writeString(file, mail, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
