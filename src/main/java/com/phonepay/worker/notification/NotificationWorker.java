package com.phonepay.worker.notification;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.Topic;
import com.phonepay.payment.Mailboxes;
import com.phonepay.readmodel.Notices;
import com.phonepay.readmodel.Notification;
import com.phonepay.readmodel.Notifications;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Tells payer and payee every outcome: first into their lists, where a repeat changes nothing, then by the sender. */
public final class NotificationWorker implements EventHandler {
    private final Notifications notifications;
    private final Mailboxes mailboxes;
    private final Sender sender;

    public NotificationWorker(Notifications notifications, Mailboxes mailboxes, Sender sender) {
        this.notifications = notifications;
        this.mailboxes = mailboxes;
        this.sender = sender;
    }

    @Override
    public String name() {
        return "notification";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.PAYMENT_COMPLETED, Topic.PAYMENT_FAILED);
    }

    @Override
    public CompletionStage<Void> handle(List<CommittedEvent> events) {
        List<Notification> messages = messages(events);
        return notifications.store(messages).thenCompose(stored -> send(messages));
    }

    /** Into the lists only: a mail that was sent can not be recognised. */
    @Override
    public CompletionStage<Void> again(List<CommittedEvent> repeats) {
        return notifications.store(messages(repeats));
    }

    private static List<Notification> messages(List<CommittedEvent> events) {
        List<Notification> messages = new ArrayList<>();
        events.forEach(event -> messages.addAll(Notices.of(event)));
        return messages;
    }

    private CompletionStage<Void> send(List<Notification> messages) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (Notification message : messages) {
            all = all.thenCompose(before -> send(message));
        }
        return all;
    }

    /** Nobody is written to under an id that no account has: such a payment has failed, and its payer knows. */
    private CompletionStage<Void> send(Notification message) {
        return mailboxes.of(message.user()).thenCompose(address -> address.map(known -> sender.send(message, known))
                .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }
}
