package com.phonepay.worker.notification;

import com.phonepay.events.CommittedEvent;
import com.phonepay.events.EventHandler;
import com.phonepay.events.Topic;
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
    private final Sender sender;

    public NotificationWorker(Notifications notifications, Sender sender) {
        this.notifications = notifications;
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
            all = all.thenCompose(before -> sender.send(message));
        }
        return all;
    }
}
